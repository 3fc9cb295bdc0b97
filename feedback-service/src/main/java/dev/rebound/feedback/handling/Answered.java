package dev.rebound.feedback.handling;

import dev.rebound.feedback.feedbackrequest.FeedbackRequest;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.Opened;
import dev.rebound.feedback.feedbackrequest.RequestStatus;
import dev.rebound.feedback.specificity.Specificity;

/**
 * What a recruiter hears back.
 *
 * @param status RECEIVED, or DETAIL_REQUESTED where a second letter is on its way
 */
public record Answered(Specificity specificity, RequestStatus status) {

  /** What to say about an answer that led to this state. */
  public static Answered of(Specificity specificity, FeedbackRequest state) {
    return new Answered(
        specificity, state instanceof Opened opened ? opened.status() : RequestStatus.RECEIVED);
  }
}
