package dev.rebound.feedback.feedbackrequest;

import static dev.rebound.eventstore.Decider.Decision.accept;
import static dev.rebound.eventstore.Decider.Decision.refuse;

import dev.rebound.events.FeedbackEvent;
import dev.rebound.events.FeedbackEvent.FeedbackDeclined;
import dev.rebound.events.FeedbackEvent.FeedbackDetailRequested;
import dev.rebound.events.FeedbackEvent.FeedbackReceived;
import dev.rebound.events.FeedbackEvent.FeedbackReminded;
import dev.rebound.events.FeedbackEvent.FeedbackRequestCancelled;
import dev.rebound.events.FeedbackEvent.FeedbackRequestExpired;
import dev.rebound.events.FeedbackEvent.FeedbackRequested;
import dev.rebound.events.FeedbackSource;
import dev.rebound.events.SpecificityLevel;
import dev.rebound.events.Theme;
import dev.rebound.eventstore.Decider;
import dev.rebound.eventstore.Decider.Decision;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.Cancelled;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.Declined;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.DetailRequested;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.Expired;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.NotOpened;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.Opened;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.Received;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.Requested;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.Waiting;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand.Answer;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand.Cancel;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand.Decline;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand.ExpireWhenDue;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand.Open;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand.Remind;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand.RemindWhenDue;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestRefusal.AlreadyOpened;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestRefusal.Closed;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestRefusal.NoSuchRequest;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestRefusal.NotDue;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestRefusal.OtherRound;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestRefusal.RemindedLately;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestRefusal.RemindedOftenEnough;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestRefusal.TimeIsUp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Decides what becomes of a feedback request. */
public final class FeedbackRequestDecider
    implements Decider<
        FeedbackRequestCommand, FeedbackRequest, FeedbackEvent, FeedbackRequestRefusal> {

  /** After this round an answer is taken as it is. */
  private static final int LAST_ROUND = 2;

  private final Terms terms;

  /** A decider that waits and reminds by these terms. */
  public FeedbackRequestDecider(Terms terms) {
    this.terms = terms;
  }

  @Override
  public FeedbackRequest initial() {
    return new NotOpened();
  }

  @Override
  public Decision<FeedbackEvent, FeedbackRequestRefusal> decide(
      FeedbackRequestCommand command, FeedbackRequest state) {
    return switch (state) {
      case NotOpened _ ->
          command instanceof Open open ? accept(open(open)) : refuse(new NoSuchRequest());
      case Waiting waiting -> onWaiting(command, waiting);
      // Cancelling twice is one cancelling.
      case Cancelled _ when command instanceof Cancel -> accept();
      // Two rounds at most, also by a request of its own.
      case Expired _, Cancelled _ when command instanceof Open ->
          refuse(
              state instanceof Opened over && over.answered()
                  ? new Closed(RequestStatus.RECEIVED)
                  : new AlreadyOpened());
      // An answer or a refusal is the recruiter's last word, also on being asked once more.
      case Opened closed -> refuse(new Closed(closed.status()));
    };
  }

  private Decision<FeedbackEvent, FeedbackRequestRefusal> onWaiting(
      FeedbackRequestCommand command, Waiting state) {
    return switch (command) {
      case Open _ -> refuse(new AlreadyOpened());
      case Answer answer -> answer(answer, state);
      case Decline decline -> decline(decline, state);
      case Remind remind -> remind(remind.at(), state);
      case RemindWhenDue look -> remindWhenDue(look.at(), state);
      case ExpireWhenDue look -> expireWhenDue(look.at(), state.expiresAt(), state.facts());
      case Cancel _ -> cancel(state.facts());
    };
  }

  private FeedbackEvent open(Open open) {
    RequestFacts facts = open.facts();
    return new FeedbackRequested(
        facts.requestId(),
        facts.applicationId(),
        facts.candidateId(),
        facts.origin(),
        facts.recruiter(),
        facts.posting(),
        facts.stages(),
        facts.message(),
        facts.board(),
        open.at().plus(terms.answerWithin()),
        facts.candidateName());
  }

  private Decision<FeedbackEvent, FeedbackRequestRefusal> answer(Answer command, Waiting state) {
    if (command.round() != state.round()) {
      return refuse(new OtherRound(state.round()));
    }
    if (over(command.at(), state.expiresAt())) {
      return refuse(new TimeIsUp(state.expiresAt()));
    }
    FeedbackEvent received = received(command, state);
    GivenAnswer answer = command.answer();
    boolean askAgain =
        answer.specificity().level() == SpecificityLevel.GENERIC && state.round() < LAST_ROUND;
    return askAgain
        ? accept(
            received,
            new FeedbackDetailRequested(
                state.facts().requestId(),
                state.facts().applicationId(),
                state.facts().candidateId(),
                state.round() + 1,
                answer.specificity().missing(),
                command.at().plus(terms.answerWithin())))
        : accept(received);
  }

  private static FeedbackEvent received(Answer command, Waiting state) {
    RequestFacts facts = state.facts();
    GivenAnswer answer = command.answer();
    return new FeedbackReceived(
        command.feedbackId(),
        facts.requestId(),
        facts.applicationId(),
        facts.candidateId(),
        FeedbackSource.RECRUITER,
        LocalDate.ofInstant(command.at(), ZoneOffset.UTC),
        state.round(),
        answer.comments(),
        answer.ratings(),
        answer.stages(),
        answer.decisive(),
        answer.specificity());
  }

  private static Decision<FeedbackEvent, FeedbackRequestRefusal> decline(
      Decline command, Waiting state) {
    if (command.round() != state.round()) {
      return refuse(new OtherRound(state.round()));
    }
    if (over(command.at(), state.expiresAt())) {
      return refuse(new TimeIsUp(state.expiresAt()));
    }
    RequestFacts facts = state.facts();
    return accept(
        new FeedbackDeclined(
            facts.requestId(), facts.applicationId(), facts.candidateId(), command.reason()));
  }

  private Decision<FeedbackEvent, FeedbackRequestRefusal> remind(Instant at, Waiting state) {
    List<Instant> former = state.reminders();
    if (over(at, state.expiresAt())) {
      return refuse(new TimeIsUp(state.expiresAt()));
    }
    if (former.size() >= terms.remindersPerRound()) {
      return refuse(new RemindedOftenEnough(terms.remindersPerRound()));
    }
    if (!former.isEmpty() && at.isBefore(former.getLast().plus(terms.betweenReminders()))) {
      return refuse(new RemindedLately(former.getLast().plus(terms.betweenReminders())));
    }
    return accept(reminded(at, state));
  }

  /** Once a round, and not right after a reminder that the candidate sent. */
  private Decision<FeedbackEvent, FeedbackRequestRefusal> remindWhenDue(Instant at, Waiting state) {
    Instant due = terms.reminderDue(state.expiresAt());
    List<Instant> former = state.reminders();
    boolean lately =
        !former.isEmpty() && former.getLast().isAfter(due.minus(terms.betweenReminders()));
    return at.isBefore(due)
            || lately
            || over(at, state.expiresAt())
            || former.size() >= terms.remindersPerRound()
        ? refuse(new NotDue())
        : accept(reminded(at, state));
  }

  private static FeedbackEvent reminded(Instant at, Waiting state) {
    RequestFacts facts = state.facts();
    return new FeedbackReminded(
        facts.requestId(), facts.applicationId(), facts.candidateId(), state.round(), at);
  }

  private static Decision<FeedbackEvent, FeedbackRequestRefusal> expireWhenDue(
      Instant at, Instant expiresAt, RequestFacts facts) {
    return over(at, expiresAt)
        ? accept(
            new FeedbackRequestExpired(
                facts.requestId(), facts.applicationId(), facts.candidateId()))
        : refuse(new NotDue());
  }

  private static Decision<FeedbackEvent, FeedbackRequestRefusal> cancel(RequestFacts facts) {
    return accept(
        new FeedbackRequestCancelled(
            facts.requestId(), facts.applicationId(), facts.candidateId()));
  }

  private static boolean over(Instant at, Instant expiresAt) {
    return !at.isBefore(expiresAt);
  }

  @Override
  public FeedbackRequest evolve(FeedbackRequest state, FeedbackEvent event) {
    return switch (state) {
      case NotOpened none ->
          event instanceof FeedbackRequested opened
              ? new Requested(RequestFacts.of(opened), opened.expiresAt(), List.of())
              : none;
      case Opened opened -> next(opened, event);
    };
  }

  private static FeedbackRequest next(Opened state, FeedbackEvent event) {
    RequestFacts facts = state.facts();
    return switch (event) {
      case FeedbackRequested _ -> state;
      case FeedbackReceived answer -> new Received(facts, Touched.by(answer));
      case FeedbackDetailRequested asked ->
          new DetailRequested(
              facts,
              asked.expiresAt(),
              List.of(),
              asked.missing(),
              state instanceof Received(_, List<Theme> themes) ? themes : List.of());
      case FeedbackReminded reminded ->
          state instanceof Waiting waiting ? waiting.reminded(reminded.remindedAt()) : state;
      case FeedbackDeclined _ -> new Declined(facts);
      case FeedbackRequestExpired _ -> new Expired(facts, state.answered());
      case FeedbackRequestCancelled _ -> new Cancelled(facts, state.answered());
    };
  }
}
