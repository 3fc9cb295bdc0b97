package dev.rebound.insights.funnel;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rebound.events.StageKind;
import dev.rebound.insights.contexts.ApplicationFacts;
import dev.rebound.insights.contexts.ApplicationFacts.Status;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.contexts.Rejection;
import dev.rebound.insights.figures.Share;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One stage of the funnel.
 *
 * @param reached how many applications came to the stage; every application comes to the review
 * @param passed how many of these came to a later stage, or to an offer
 * @param rejected how many ended here by a rejection; one that names no stage counts for the last
 *     stage that was reached
 * @param passRate passed of those that are settled, passed or rejected; null where none is. What is
 *     open or was withdrawn counts for neither
 */
public record FunnelStage(
    StageKind stage,
    int reached,
    int passed,
    int rejected,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Share passRate) {

  /** The stages that any application reached, in the usual order. */
  public static List<FunnelStage> of(CandidateContexts candidate) {
    List<Way> ways =
        candidate.applications().stream().filter(ApplicationFacts::known).map(Way::of).toList();
    return Stream.of(StageKind.values())
        .map(stage -> counted(stage, ways))
        .filter(stage -> stage.reached() > 0)
        .toList();
  }

  private static FunnelStage counted(StageKind stage, List<Way> ways) {
    int reached = 0;
    int passed = 0;
    int rejected = 0;
    for (Way way : ways) {
      if (way.reached().contains(stage)) {
        reached++;
        rejected += way.end() == stage ? 1 : 0;
        passed += way.passed(stage) ? 1 : 0;
      }
    }
    return new FunnelStage(stage, reached, passed, rejected, Share.of(passed, passed + rejected));
  }

  /**
   * The way of one application.
   *
   * @param end the stage it was rejected at, or null
   */
  private record Way(Set<StageKind> reached, @Nullable StageKind end, boolean offered) {

    static Way of(ApplicationFacts application) {
      EnumSet<StageKind> reached = EnumSet.of(StageKind.APPLICATION_REVIEW);
      application.stages().forEach(stage -> reached.add(stage.kind()));
      // An offer that the candidate turned down was an offer.
      boolean offered = application.offeredOn() != null;
      if (offered) {
        reached.add(StageKind.OFFER);
      }
      Rejection rejection = application.rejection();
      if (application.status() != Status.REJECTED || rejection == null) {
        return new Way(reached, null, offered);
      }
      StageKind last = reached.stream().max(StageKind::compareTo).orElseThrow();
      StageKind end = Objects.requireNonNullElse(rejection.stage(), last);
      reached.add(end);
      return new Way(reached, end, false);
    }

    boolean passed(StageKind stage) {
      if (stage == end) {
        return false;
      }
      return offered || reached.stream().anyMatch(later -> later.compareTo(stage) > 0);
    }
  }
}
