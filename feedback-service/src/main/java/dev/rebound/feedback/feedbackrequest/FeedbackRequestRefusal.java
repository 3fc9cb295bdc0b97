package dev.rebound.feedback.feedbackrequest;

import java.time.Instant;

/** Why a command on a feedback request does not hold. */
public sealed interface FeedbackRequestRefusal {

  /** This request was opened before. */
  record AlreadyOpened() implements FeedbackRequestRefusal {}

  /** There is no such request. */
  record NoSuchRequest() implements FeedbackRequestRefusal {}

  /** Nothing is waited for any more. */
  record Closed(RequestStatus status) implements FeedbackRequestRefusal {}

  /** The invitation is for another round than the one that is open. */
  record OtherRound(int open) implements FeedbackRequestRefusal {}

  /** The time to answer is over. */
  record TimeIsUp(Instant since) implements FeedbackRequestRefusal {}

  /** The last reminder is too fresh. */
  record RemindedLately(Instant again) implements FeedbackRequestRefusal {}

  /** All reminders of the round are spent. */
  record RemindedOftenEnough(int most) implements FeedbackRequestRefusal {}

  /** The schedule came too early, or has been here before. */
  record NotDue() implements FeedbackRequestRefusal {}
}
