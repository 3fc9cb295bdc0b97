package dev.rebound.feedback.handling;

import dev.rebound.eventstore.Handled;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.Opened;
import dev.rebound.feedback.feedbackrequest.RequestStatus;
import java.util.UUID;

/**
 * A request as a command leaves it.
 *
 * @param version of the stream, as in the ETag
 */
public record Standing(UUID id, RequestStatus status, int version) {

  /** What became of a request that stood like this before. */
  static Standing after(Handled.Done<FeedbackRequest, ?> done, Opened before) {
    RequestStatus status =
        done.state() instanceof Opened opened ? opened.status() : before.status();
    return new Standing(before.facts().requestId(), status, done.version());
  }
}
