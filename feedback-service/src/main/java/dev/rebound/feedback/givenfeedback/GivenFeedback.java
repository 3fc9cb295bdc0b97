package dev.rebound.feedback.givenfeedback;

import dev.rebound.events.FeedbackEvent.FeedbackReceived;

/** The state of a piece of feedback. */
public sealed interface GivenFeedback {

  /** Nothing is recorded. */
  record NotGiven() implements GivenFeedback {}

  /** It is recorded, for good. */
  record Given(FeedbackReceived feedback) implements GivenFeedback {}
}
