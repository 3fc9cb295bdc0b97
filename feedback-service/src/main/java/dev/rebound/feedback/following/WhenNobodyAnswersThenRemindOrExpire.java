package dev.rebound.feedback.following;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.eventstore.Metadata;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand.ExpireWhenDue;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand.RemindWhenDue;
import dev.rebound.feedback.requests.RequestList;
import dev.rebound.feedback.streams.FeedbackRequests;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Reminds after a week and gives up after two, by the clock. */
@ApplicationScoped
public class WhenNobodyAnswersThenRemindOrExpire {

  private static final Logger LOG = Logger.getLogger(WhenNobodyAnswersThenRemindOrExpire.class);

  /** How many are followed up in one go; the rest come with the next. */
  private static final int HANDFUL = 500;

  private final RequestList list;
  private final FeedbackRequests requests;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  public WhenNobodyAnswersThenRemindOrExpire(
      RequestList list, FeedbackRequests requests, Clock clock) {
    this.list = list;
    this.requests = requests;
    this.clock = clock;
  }

  /** Follows up on what is due now; an end comes before a reminder. */
  @Scheduled(
      every = "${rebound.feedback.follow-up-every:60s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> followUp() {
    Instant now = clock.instant();
    return list.expiriesDue(now, HANDFUL)
        .onItem()
        .transformToUni(due -> each(due, new ExpireWhenDue(now)))
        .onItem()
        .transformToUni(_ -> list.remindersDue(now, HANDFUL))
        .onItem()
        .transformToUni(due -> each(due, new RemindWhenDue(now)));
  }

  private Uni<Void> each(List<UUID> due, FeedbackRequestCommand command) {
    return Multi.createFrom()
        .iterable(due)
        .onItem()
        .transformToUniAndConcatenate(id -> issue(id, command))
        .onItem()
        .ignoreAsUni();
  }

  /** One request that cannot be followed up stops none of the others. */
  private Uni<Boolean> issue(UUID requestId, FeedbackRequestCommand command) {
    return requests
        .current(requestId)
        .onItem()
        .transformToUni(current ->
            requests.issue(
                requestId,
                command,
                new Metadata(
                    command.at(),
                    UuidCreator.getTimeOrderedEpoch(),
                    null,
                    current.slice().events().isEmpty()
                        ? null
                        : current.slice().events().getFirst().metadata().board())))
        .onFailure()
        .invoke(failure ->
            LOG.warnf(
                "request %s was not followed up: %s",
                requestId, failure.getClass().getSimpleName()))
        .onFailure()
        .recoverWithItem(false);
  }
}
