package dev.rebound.application.boards.outgoing;

import dev.rebound.application.streams.Streams;
import dev.rebound.delivery.Reaction;
import dev.rebound.events.ApplicationEvent.ApplicationSubmitted;
import dev.rebound.events.FeedbackEvent.FeedbackReceived;
import dev.rebound.events.FeedbackEvent.FeedbackRequested;
import dev.rebound.events.ReboundEvent;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.EventStore;
import dev.rebound.eventstore.EventStore.StreamSlice;
import dev.rebound.eventstore.StoredEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells a board that its recruiters were asked for feedback, and how they answered.
 *
 * <p>By which ids the board knows the candidate is remembered by another reader of events, of which
 * this one can be ahead. What a board has reported says the same: the application is in its stream
 * before anybody can be asked about it.
 */
@ApplicationScoped
public class WhenFeedbackHappenedThenTellBoards implements Reaction {

  private final KnownCandidates known;
  private final EventStore store;
  private final Notices notices;

  /** Wired by the container. */
  @Inject
  public WhenFeedbackHappenedThenTellBoards(
      KnownCandidates known, EventStore store, Notices notices) {
    this.known = known;
    this.store = store;
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
        : isNews(event).chain(news -> news ? tell(event, told) : Uni.createFrom().voidItem());
  }

  private Uni<Void> tell(StoredEvent event, List<Notice> told) {
    return idsOf(told.getFirst().board(), event.event())
        .chain(ids -> notices.note(event.id(), told.stream().map(it -> it.about(ids)).toList()));
  }

  /**
   * Whether anybody was asked. A request that its candidate or something in its application led to
   * is new; one that another request led to was there before, and is handed over to whom it waited
   * for.
   */
  private Uni<Boolean> isNews(StoredEvent event) {
    UUID cause = event.metadata().causationId();
    return cause != null && event.event() instanceof FeedbackRequested asked
        ? store
            .read(Streams.application(asked.applicationId()))
            .map(application -> application.events().stream().anyMatch(it -> it.id().equals(cause)))
        : Uni.createFrom().item(true);
  }

  private Uni<List<String>> idsOf(String board, ReboundEvent event) {
    UUID application = applicationOf(event);
    return known
        .idsOf(event.candidateId())
        .map(ids -> ids.getOrDefault(board, List.of()))
        .chain(ids ->
            ids.isEmpty() && application != null
                ? store.read(Streams.application(application)).map(it -> reported(board, it))
                : Uni.createFrom().item(ids));
  }

  private static @Nullable UUID applicationOf(ReboundEvent event) {
    return switch (event) {
      case FeedbackRequested asked -> asked.applicationId();
      case FeedbackReceived answer -> answer.applicationId();
      default -> null;
    };
  }

  /** The id by which the board has reported the application; none where it is erased. */
  private static List<String> reported(String board, StreamSlice application) {
    return application.events().stream()
        .map(StoredEvent::event)
        .filter(ApplicationSubmitted.class::isInstance)
        .map(ApplicationSubmitted.class::cast)
        .filter(it -> board.equals(it.board()) && it.boardCandidate() != null)
        .map(ApplicationSubmitted::boardCandidate)
        .toList();
  }
}
