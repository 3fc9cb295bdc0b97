package dev.rebound.feedback.asking;

import dev.rebound.delivery.Reaction;
import dev.rebound.events.ApplicationEvent.ApplicationRejected;
import dev.rebound.events.ApplicationEvent.ApplicationReopened;
import dev.rebound.events.ApplicationEvent.ApplicationWithdrawn;
import dev.rebound.events.EventType;
import dev.rebound.events.Recruiter;
import dev.rebound.events.RejectionSource;
import dev.rebound.events.RequestOrigin;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.EventStore.VersionConflict;
import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.feedback.adopting.AdoptedRejections;
import dev.rebound.feedback.adopting.AdoptedRequests;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand.Cancel;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand.Open;
import dev.rebound.feedback.feedbackrequest.RequestFacts;
import dev.rebound.feedback.streams.FeedbackRequests;
import dev.rebound.feedback.streams.RequestIds;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Opens a request when an application is rejected by a recruiter who is known, and cancels what is
 * open when the rejection is taken back or the candidate steps back. A rejection that a candidate
 * has adopted was asked about already: that request becomes the candidate's. What a board reports
 * long afterwards asks nobody by itself; the candidate still can.
 */
@ApplicationScoped
public class WhenApplicationRejectedThenAskForFeedback implements Reaction {

  /** The first list of a board has years in it: nobody is written to about what is longer ago. */
  private static final int LATEST_DAYS = 180;

  private final FeedbackRequests requests;
  private final Asked asked;
  private final LastWords lastWords;
  private final DailyLimit dailyLimit;
  private final AdoptedRequests adopted;
  private final AdoptedRejections adoptedRejections;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  public WhenApplicationRejectedThenAskForFeedback(
      FeedbackRequests requests,
      Asked asked,
      LastWords lastWords,
      DailyLimit dailyLimit,
      AdoptedRequests adopted,
      AdoptedRejections adoptedRejections,
      Clock clock) {
    this.requests = requests;
    this.asked = asked;
    this.lastWords = lastWords;
    this.dailyLimit = dailyLimit;
    this.adopted = adopted;
    this.adoptedRejections = adoptedRejections;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "asking";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.APPLICATIONS);
  }

  @Override
  public boolean concerns(EventType type, @Nullable String board) {
    return switch (type) {
      case APPLICATION_REJECTED, APPLICATION_REOPENED, APPLICATION_WITHDRAWN -> true;
      default -> false;
    };
  }

  @Override
  public Uni<Void> on(StoredEvent event) {
    return switch (event.event()) {
      case ApplicationRejected rejected -> ask(event, rejected, rejected.recruiter());
      case ApplicationReopened back -> cancel(event, back.candidateId(), back.applicationId());
      case ApplicationWithdrawn back -> cancel(event, back.candidateId(), back.applicationId());
      default -> Uni.createFrom().voidItem();
    };
  }

  private Uni<Void> ask(
      StoredEvent event, ApplicationRejected rejected, @Nullable Recruiter recruiter) {
    if (recruiter == null || recruiter.email() == null) {
      return Uni.createFrom().voidItem();
    }
    return mayAsk(event, rejected, recruiter.recruiterId())
        .chain(may -> may ? open(event, rejected, recruiter) : Uni.createFrom().voidItem());
  }

  /** What is adopted was asked about already, or there was a reason not to ask. */
  private Uni<Boolean> mayAsk(StoredEvent event, ApplicationRejected rejected, UUID recruiterId) {
    if (event.metadata().causationId() != null) {
      return Uni.createFrom().item(true);
    }
    if (isLongAgo(event, rejected)) {
      return Uni.createFrom().item(false);
    }
    UUID candidate = rejected.candidateId();
    UUID own = RequestIds.ofRejection(event.id());
    return lastWords
        .said(candidate, rejected.applicationId(), recruiterId, Set.of(own))
        .chain(said ->
            said
                ? Uni.createFrom().item(false)
                : switch (rejected.source()) {
                  case BOARD -> adoptedRejections.asksItself(event.id());
                  case CANDIDATE -> dailyLimit.allows(candidate, recruiterId);
                });
  }

  /** Long before it was told of here; what candidates record themselves is counted instead. */
  private static boolean isLongAgo(StoredEvent event, ApplicationRejected rejected) {
    LocalDate told = LocalDate.ofInstant(event.metadata().time(), ZoneOffset.UTC);
    return rejected.source() == RejectionSource.BOARD
        && rejected.rejectedOn().isBefore(told.minusDays(LATEST_DAYS));
  }

  private Uni<Void> open(StoredEvent event, ApplicationRejected rejected, Recruiter recruiter) {
    UUID requestId = RequestIds.ofRejection(event.id());
    Instant now = clock.instant();
    RequestFacts facts =
        new RequestFacts(
            requestId,
            rejected.applicationId(),
            rejected.candidateId(),
            RequestOrigin.REJECTION,
            recruiter,
            rejected.posting(),
            rejected.stages(),
            null,
            rejected.candidateName(),
            rejected.board());
    return asked
        .about(rejected.candidateId(), rejected.applicationId(), requestId, event.id())
        .onItem()
        .transformToUni(_ -> handOver(event, facts, isLongAgo(event, rejected)))
        .onItem()
        .transformToUni(settled ->
            settled
                ? Uni.createFrom().item(true)
                : requests.issue(requestId, new Open(facts, now), Metadata.causedBy(event, now)))
        .replaceWithVoid();
  }

  /**
   * Only what is adopted has a cause.
   *
   * @return whether there is nobody left to ask: the former request is the candidate's now, it is
   *     too long ago to make one, or the recruiter has said all there is to say
   */
  private Uni<Boolean> handOver(StoredEvent event, RequestFacts facts, boolean longAgo) {
    UUID waited = event.metadata().causationId();
    if (waited == null) {
      return Uni.createFrom().item(false);
    }
    UUID former = RequestIds.ofRejection(waited);
    return adoptedRejections
        .adopt(waited)
        .chain(first ->
            adopted
                .handOver(former, facts, event)
                .chain(handedOver ->
                    first || handedOver
                        ? Uni.createFrom().item(handedOver)
                        : takeOver(waited, former)))
        .chain(handedOver ->
            handedOver || longAgo
                ? Uni.createFrom().item(true)
                : lastWords.said(
                    facts.candidateId(),
                    facts.applicationId(),
                    facts.recruiter().recruiterId(),
                    Set.of(facts.requestId())));
  }

  /** The rejection itself was the first to ask and has not: it may be about to, so this waits. */
  private Uni<Boolean> takeOver(UUID waited, UUID former) {
    return adoptedRejections
        .takeOver(waited)
        .map(taken -> {
          if (!taken) {
            throw new VersionConflict(RequestIds.stream(former), 0);
          }
          return false;
        });
  }

  /** A repeat leaves alone what was asked about a later rejection. */
  private Uni<Void> cancel(StoredEvent event, UUID candidateId, UUID applicationId) {
    Instant now = clock.instant();
    return asked
        .before(candidateId, applicationId, event.id())
        .onItem()
        .transformToMulti(found -> Multi.createFrom().iterable(found))
        .onItem()
        .transformToUniAndConcatenate(
            requestId -> requests.issue(requestId, new Cancel(now), Metadata.causedBy(event, now)))
        .onItem()
        .ignoreAsUni();
  }
}
