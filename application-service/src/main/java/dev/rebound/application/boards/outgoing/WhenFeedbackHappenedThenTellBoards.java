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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells a board that its recruiters were asked for feedback, and how they answered. The application
 * is in its stream before anybody can be asked about it.
 */
@ApplicationScoped
public class WhenFeedbackHappenedThenTellBoards implements Reaction {

  private final EventStore store;
  private final Notices notices;

  /** Wired by the container. */
  @Inject
  public WhenFeedbackHappenedThenTellBoards(EventStore store, Notices notices) {
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
    String board = told.getFirst().board();
    return reported(board, event.event())
        .chain(reported ->
            notices.note(
                event.id(), told.stream().map(it -> reported.map(it::about).orElse(it)).toList()));
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

  /**
   * How the board has reported the application that it is about. Not by all ids that it has of the
   * candidate: that two ids are of one person is known only once that person has signed in.
   */
  private Uni<Optional<ApplicationSubmitted>> reported(String board, ReboundEvent event) {
    UUID application = applicationOf(event);
    return application == null
        ? Uni.createFrom().item(Optional.empty())
        : store.read(Streams.application(application)).map(it -> reported(board, it));
  }

  private static @Nullable UUID applicationOf(ReboundEvent event) {
    return switch (event) {
      case FeedbackRequested asked -> asked.applicationId();
      case FeedbackReceived answer -> answer.applicationId();
      default -> null;
    };
  }

  /** How the board has reported the application; empty where it is erased. */
  private static Optional<ApplicationSubmitted> reported(String board, StreamSlice application) {
    return application.events().stream()
        .map(StoredEvent::event)
        .filter(ApplicationSubmitted.class::isInstance)
        .map(ApplicationSubmitted.class::cast)
        .filter(it -> board.equals(it.board()) && it.boardCandidate() != null)
        .findFirst();
  }
}
