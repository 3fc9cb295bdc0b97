package dev.rebound.feedback.feedbackrequest;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a recruiter is waited for, and how often they may be reminded.
 *
 * @param answerWithin how long an invitation is good for, from the start of its round
 * @param remindAfter how long after the start of a round the schedule reminds, once
 * @param betweenReminders the least time between two reminders that the candidate sends
 * @param remindersPerRound the most reminders of one round, whoever sends them
 */
public record Terms(
    Duration answerWithin, Duration remindAfter, Duration betweenReminders, int remindersPerRound) {

  /** Two weeks to answer, a reminder after one, by hand at most one a day and three a round. */
  public static final Terms STANDARD =
      new Terms(Duration.ofDays(14), Duration.ofDays(7), Duration.ofDays(1), 3);

  public Terms {
    if (remindAfter.isNegative()
        || betweenReminders.isNegative()
        || remindersPerRound < 1
        || answerWithin.compareTo(remindAfter) <= 0) {
      throw new IllegalArgumentException("a reminder falls within the time to answer");
    }
  }

  /** When the schedule reminds in the round that ends at this time. */
  public Instant reminderDue(Instant expiresAt) {
    return expiresAt.minus(answerWithin).plus(remindAfter);
  }
}
