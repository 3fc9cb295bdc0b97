package dev.rebound.feedback.adopting;

import dev.rebound.events.FeedbackEvent;
import dev.rebound.events.FeedbackEvent.FeedbackDetailRequested;
import dev.rebound.eventstore.Command;
import dev.rebound.eventstore.EventStore;
import dev.rebound.eventstore.EventStore.StreamSlice;
import dev.rebound.eventstore.EventStore.VersionConflict;
import dev.rebound.eventstore.Handled;
import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand.Cancel;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestRefusal;
import dev.rebound.feedback.feedbackrequest.RequestFacts;
import dev.rebound.feedback.inviting.OutstandingLetters;
import dev.rebound.feedback.streams.FeedbackRequests;
import dev.rebound.feedback.streams.RequestIds;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Hands a request over to the candidate who has adopted the rejection it was about. */
@ApplicationScoped
public class AdoptedRequests {

  private final FeedbackRequests requests;
  private final EventStore store;
  private final OutstandingLetters letters;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  public AdoptedRequests(
      FeedbackRequests requests, EventStore store, OutstandingLetters letters, Clock clock) {
    this.requests = requests;
    this.store = store;
    this.letters = letters;
    this.clock = clock;
  }

  /**
   * Hands over all there is of a former request; a repeat adds what is missing.
   *
   * @param facts of the request that it becomes
   * @param adopted the rejection that was adopted
   * @return whether there was a former request
   */
  public Uni<Boolean> handOver(UUID former, RequestFacts facts, StoredEvent adopted) {
    UUID next = facts.requestId();
    return commandAgain(former, facts, adopted)
        .chain(found ->
            found
                ? letters
                    .move(former, next)
                    // What came in while the links still led to the former one.
                    .chain(() -> commandAgain(former, facts, adopted))
                    .chain(() -> cancel(former, adopted))
                    // A letter that was being sent may have got a link to the former one.
                    .chain(() -> letters.move(former, next))
                    // What came in just before it was cancelled: it was acknowledged.
                    .chain(() -> commandAgain(former, facts, adopted))
                    .replaceWith(true)
                : Uni.createFrom().item(false));
  }

  private Uni<Boolean> cancel(UUID former, StoredEvent adopted) {
    return requests.issue(
        former, new Cancel(clock.instant()), Metadata.causedBy(adopted, clock.instant()));
  }

  /** All but the cancelling by which the former one was ended: that is not the candidate's. */
  private Uni<Boolean> commandAgain(UUID former, RequestFacts facts, StoredEvent adopted) {
    return store
        .read(RequestIds.stream(former))
        .chain(from ->
            from.events().isEmpty()
                ? Uni.createFrom().item(false)
                : store
                    .read(RequestIds.stream(facts.requestId()))
                    .chain(to -> goOn(left(from, to, adopted), from, to.version(), facts))
                    .replaceWith(true));
  }

  private static List<StoredEvent> left(StreamSlice from, StreamSlice to, StoredEvent adopted) {
    return from.behindCausesOf(to).stream()
        .filter(event -> !adopted.id().equals(event.metadata().causationId()))
        .toList();
  }

  /**
   * Carries on with the first of what is left.
   *
   * @param version of the new request, which must not have moved
   */
  private Uni<Void> goOn(
      List<StoredEvent> left, StreamSlice from, int version, RequestFacts facts) {
    if (left.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    StoredEvent event = left.getFirst();
    List<StoredEvent> rest = left.subList(1, left.size());
    FeedbackRequestCommand command =
        Reissued.of(
            (FeedbackEvent) event.event(), event.metadata().time(), round(from, event), facts);
    if (command == null) {
      return goOn(rest, from, version, facts);
    }
    Metadata metadata = Metadata.causedBy(event, clock.instant());
    return requests
        .handler()
        .handle(
            new Command<>(RequestIds.stream(facts.requestId()), command, metadata, version, null))
        .chain(handled ->
            switch (handled) {
              case Handled.Done<FeedbackRequest, FeedbackRequestRefusal> done ->
                  goOn(rest, from, done.version(), facts);
              case Handled.Refused<FeedbackRequest, FeedbackRequestRefusal> _ ->
                  goOn(rest, from, version, facts);
              case Handled.Stale<FeedbackRequest, FeedbackRequestRefusal> _,
                  Handled.Replayed<FeedbackRequest, FeedbackRequestRefusal> _,
                  Handled.KeyReused<FeedbackRequest, FeedbackRequestRefusal> _,
                  Handled.StillRunning<FeedbackRequest, FeedbackRequestRefusal> _ ->
                  throw new VersionConflict(RequestIds.stream(facts.requestId()), version);
            });
  }

  private static int round(StreamSlice from, StoredEvent event) {
    int round = 1;
    for (StoredEvent before : from.events().subList(0, event.version() - 1)) {
      round += before.event() instanceof FeedbackDetailRequested ? 1 : 0;
    }
    return round;
  }
}
