package dev.rebound.feedback.feedbackrequest;

/** How a request stands, as the API names it. */
public enum RequestStatus {
  REQUESTED,
  DETAIL_REQUESTED,
  RECEIVED,
  DECLINED,
  EXPIRED,
  CANCELLED;

  /** Whether an answer is still waited for. */
  public boolean waiting() {
    return this == REQUESTED || this == DETAIL_REQUESTED;
  }
}
