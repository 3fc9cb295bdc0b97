package dev.rebound.application.boards.outgoing;

import dev.rebound.delivery.Reaction;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.StoredEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Tells a board that its recruiters were asked for feedback, and how they answered. */
@ApplicationScoped
public class WhenFeedbackHappenedThenTellBoards implements Reaction {

  private final KnownCandidates known;
  private final Notices notices;

  /** Wired by the container. */
  @Inject
  public WhenFeedbackHappenedThenTellBoards(KnownCandidates known, Notices notices) {
    this.known = known;
    this.notices = notices;
  }

  @Override
  public String name() {
    return "telling-boards-of-feedback";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.FEEDBACK);
  }

  @Override
  public Uni<Void> on(StoredEvent event) {
    List<Notice> told = Notice.ofFeedback(event);
    return told.isEmpty()
        ? Uni.createFrom().voidItem()
        : known
            .idsOf(event.event().candidateId())
            .chain(ids ->
                notices.note(
                    event.id(),
                    told.stream()
                        .map(it -> it.about(ids.getOrDefault(it.board(), List.of())))
                        .toList()));
  }
}
