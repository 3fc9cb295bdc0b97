package dev.rebound.feedback.feedbackrequest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of a feedback request. Each carries the time it came in. */
public sealed interface FeedbackRequestCommand {

  /** When it came in. */
  Instant at();

  /** Asks a recruiter. */
  record Open(RequestFacts facts, Instant at) implements FeedbackRequestCommand {}

  /**
   * The recruiter answers.
   *
   * @param feedbackId the id the feedback will be known by
   * @param round the round that the answer is for
   */
  record Answer(UUID feedbackId, int round, GivenAnswer answer, Instant at)
      implements FeedbackRequestCommand {}

  /** The recruiter declines, in the round they were invited to. */
  record Decline(int round, @Nullable String reason, Instant at)
      implements FeedbackRequestCommand {}

  /** The candidate asks for a reminder. */
  record Remind(Instant at) implements FeedbackRequestCommand {}

  /** The schedule looks whether a reminder is due. */
  record RemindWhenDue(Instant at) implements FeedbackRequestCommand {}

  /** The schedule looks whether time is up. */
  record ExpireWhenDue(Instant at) implements FeedbackRequestCommand {}

  /** The candidate takes the request back, or the rejection it was about. */
  record Cancel(Instant at) implements FeedbackRequestCommand {}
}
