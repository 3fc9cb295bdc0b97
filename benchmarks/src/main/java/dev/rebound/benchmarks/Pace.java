package dev.rebound.benchmarks;

import java.time.Duration;

/**
 * How a run of the load generator goes.
 *
 * @param perSecond infinite where the next request is due as soon as a connection is free
 * @param most after how many requests it ends, where its time is not up before
 */
record Pace(double perSecond, long most, Duration duration) {

  /** Whether requests are due at even times. */
  boolean isEven() {
    return perSecond < Double.POSITIVE_INFINITY;
  }

  /** When the request is due before which so many were sent, in nanoseconds, as the start is. */
  long due(long start, long sent) {
    return start + (long) (sent * 1e9 / perSecond);
  }
}
