package dev.rebound.feedback.specificity;

import dev.rebound.analysis.FeedbackReader;
import dev.rebound.events.FeedbackSpecificity;
import dev.rebound.events.StageRating;
import dev.rebound.events.Theme;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;

/**
 * Judges on a worker thread, since a long text takes longer than an event loop may. Made at the
 * start, since loading the reader does too.
 */
@Startup
@ApplicationScoped
public class Judging {

  private final Vertx vertx;
  private final SpecificityJudge judge = new SpecificityJudge(FeedbackReader.standard());

  /** Wired by the container. */
  @Inject
  public Judging(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Judges words and boxes together, see {@link SpecificityJudge}. */
  public Uni<Specificity> judge(
      String comments, Collection<StageRating> stages, Collection<Theme> decisive) {
    return vertx.executeBlocking(() -> judge.judge(comments, stages, decisive), false);
  }

  /** The form in which a judgement is kept in an event. */
  public FeedbackSpecificity kept(Specificity specificity) {
    return judge.kept(specificity);
  }
}
