package dev.rebound.application.boards.outgoing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended.
 *
 * @param status the answer's, or null where there was none
 * @param problem why there was none, else null
 * @param retryAfter how long the receiver wants to be left alone, where it said so
 */
record CallResult(
    @Nullable Integer status, @Nullable NoAnswer problem, @Nullable Duration retryAfter) {

  /** Why there was no answer. */
  enum NoAnswer {
    /** The address's name leads nowhere. */
    UNKNOWN_HOST,
    /** The name leads to an address that is not called. */
    ADDRESS_REFUSED,
    /** Nobody is there, or what is there does not prove who it is. */
    NO_CONNECTION,
    /** The answer took too long. */
    TIMEOUT
  }

  static CallResult answered(int status, @Nullable Duration retryAfter) {
    return new CallResult(status, null, retryAfter);
  }

  static CallResult failed(NoAnswer problem) {
    return new CallResult(null, problem, null);
  }

  boolean isTaken() {
    return status != null && status >= 200 && status < 300;
  }

  boolean isGone() {
    return status != null && status == 410;
  }
}
