package dev.rebound.feedback.streams;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.eventstore.StreamId;
import java.util.UUID;

/**
 * The ids of requests, derived from what they are about, so that asking twice for one thing finds
 * the same stream and the write model can say that it was asked before.
 */
public final class RequestIds {

  /** The namespace of derived ids; it only has to stay what it is. */
  private static final UUID NAMESPACE = UUID.fromString("6f0f2d5a-3a35-5a0e-9a50-5c1e0b7a6d11");

  private RequestIds() {}

  /** The stream of a request. */
  public static StreamId stream(UUID requestId) {
    return new StreamId("feedback-request", requestId);
  }

  /** The request that a rejection opens by itself. */
  public static UUID ofRejection(UUID rejectionEventId) {
    return UuidCreator.getNameBasedSha1(NAMESPACE, "rejection/" + rejectionEventId);
  }

  /** The feedback that a candidate adopts together with the rejection it was given for. */
  public static UUID adopted(UUID feedbackId) {
    return UuidCreator.getNameBasedSha1(NAMESPACE, "adopted/" + feedbackId);
  }

  /**
   * The request by which a candidate asks a recruiter again after an earlier one came to nothing.
   *
   * @param attempt from 1 on
   */
  public static UUID byHand(UUID rejectionEventId, UUID recruiterId, int attempt) {
    return UuidCreator.getNameBasedSha1(
        NAMESPACE, "hand/" + rejectionEventId + "/" + recruiterId + "/" + attempt);
  }
}
