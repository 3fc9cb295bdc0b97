package dev.rebound.feedback.requests;

import dev.rebound.events.FeedbackEvent;
import dev.rebound.events.FeedbackEvent.FeedbackDeclined;
import dev.rebound.events.FeedbackEvent.FeedbackDetailRequested;
import dev.rebound.events.FeedbackEvent.FeedbackReceived;
import dev.rebound.events.FeedbackEvent.FeedbackReminded;
import dev.rebound.events.FeedbackEvent.FeedbackRequestCancelled;
import dev.rebound.events.FeedbackEvent.FeedbackRequestExpired;
import dev.rebound.events.FeedbackEvent.FeedbackRequested;
import dev.rebound.events.MissingPart;
import dev.rebound.events.RequestOrigin;
import dev.rebound.events.SpecificityLevel;
import dev.rebound.events.StageKind;
import dev.rebound.events.Theme;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.feedback.feedbackrequest.RequestStatus;
import dev.rebound.feedback.feedbackrequest.Terms;
import dev.rebound.feedback.feedbackrequest.Touched;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as it stands, without words.
 *
 * @param round the latest round, 1 or 2
 * @param remindAt when the schedule reminds, null where it does not
 * @param reminders how often the recruiter was reminded in this round
 * @param judged how specific the latest answer was, null before the first
 */
record RequestRow(
    UUID requestId,
    UUID candidateId,
    UUID applicationId,
    UUID recruiterId,
    @Nullable String board,
    RequestOrigin origin,
    RequestStatus status,
    int round,
    List<StageKind> stages,
    Instant requestedAt,
    Instant expiresAt,
    @Nullable Instant remindAt,
    int reminders,
    @Nullable Judged judged,
    int version) {

  /**
   * How specific an answer was.
   *
   * @param themes what it touched in its boxes, weightiest first
   * @param reader the version of the reader that judged it; null where that was not kept
   */
  record Judged(
      SpecificityLevel level,
      double score,
      List<MissingPart> missing,
      List<Theme> themes,
      @Nullable String reader) {}

  /** The row after the event; null where the event belongs to no request that is known. */
  static @Nullable RequestRow evolve(@Nullable RequestRow row, StoredEvent stored, Terms terms) {
    if (stored.event() instanceof FeedbackRequested asked) {
      return opened(asked, stored, terms);
    }
    return row != null && stored.event() instanceof FeedbackEvent event
        ? row.next(event, terms).at(stored.version())
        : row;
  }

  private static RequestRow opened(FeedbackRequested asked, StoredEvent stored, Terms terms) {
    return new RequestRow(
        asked.requestId(),
        asked.candidateId(),
        asked.applicationId(),
        asked.recruiter().recruiterId(),
        asked.board(),
        asked.origin(),
        RequestStatus.REQUESTED,
        1,
        asked.stages(),
        stored.metadata().time(),
        asked.expiresAt(),
        terms.reminderDue(asked.expiresAt()),
        0,
        null,
        stored.version());
  }

  private RequestRow next(FeedbackEvent event, Terms terms) {
    return switch (event) {
      case FeedbackRequested _ -> this;
      case FeedbackReceived answer ->
          closed(RequestStatus.RECEIVED)
              .with(
                  new Judged(
                      answer.specificity().level(),
                      answer.specificity().score(),
                      answer.specificity().missing(),
                      Touched.by(answer),
                      answer.specificity().reader()));
      case FeedbackDetailRequested again -> secondRound(again, terms);
      case FeedbackReminded reminded -> reminded(reminded.remindedAt(), terms);
      case FeedbackDeclined _ -> closed(RequestStatus.DECLINED);
      case FeedbackRequestExpired _ -> closed(RequestStatus.EXPIRED);
      case FeedbackRequestCancelled _ -> closed(RequestStatus.CANCELLED);
    };
  }

  private RequestRow secondRound(FeedbackDetailRequested again, Terms terms) {
    return moved(
        RequestStatus.DETAIL_REQUESTED,
        again.round(),
        again.expiresAt(),
        terms.reminderDue(again.expiresAt()),
        0);
  }

  /** The schedule comes once a round, and leaves it to the candidate who was just there. */
  private RequestRow reminded(Instant at, Terms terms) {
    Instant due = terms.reminderDue(expiresAt);
    boolean enough =
        at.isAfter(due.minus(terms.betweenReminders()))
            || reminders + 1 >= terms.remindersPerRound();
    return moved(status, round, expiresAt, enough ? null : due, reminders + 1);
  }

  private RequestRow closed(RequestStatus end) {
    return moved(end, round, expiresAt, null, reminders);
  }

  private RequestRow moved(
      RequestStatus to, int inRound, Instant until, @Nullable Instant remind, int reminded) {
    return new RequestRow(
        requestId,
        candidateId,
        applicationId,
        recruiterId,
        board,
        origin,
        to,
        inRound,
        stages,
        requestedAt,
        until,
        remind,
        reminded,
        judged,
        version);
  }

  private RequestRow with(Judged answer) {
    return new RequestRow(
        requestId,
        candidateId,
        applicationId,
        recruiterId,
        board,
        origin,
        status,
        round,
        stages,
        requestedAt,
        expiresAt,
        remindAt,
        reminders,
        answer,
        version);
  }

  private RequestRow at(int streamVersion) {
    return new RequestRow(
        requestId,
        candidateId,
        applicationId,
        recruiterId,
        board,
        origin,
        status,
        round,
        stages,
        requestedAt,
        expiresAt,
        remindAt,
        reminders,
        judged,
        streamVersion);
  }
}
