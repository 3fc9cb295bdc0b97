package dev.rebound.journeys.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a candidate within what a service takes from one user (1 200 requests a minute): what it
 * refuses beyond that has nothing to do with what is away. To be used by one thread.
 */
final class Pace {

  private static final int AT_ONCE = 1_000;
  private static final int A_SECOND = 18;

  private double left = AT_ONCE;
  private Instant counted = Instant.now();

  /** Returns once one more may be sent. */
  void next() throws InterruptedException {
    count();
    while (left < 1) {
      TimeUnit.MILLISECONDS.sleep(1_000 / A_SECOND);
      count();
    }
    left--;
  }

  private void count() {
    Instant now = Instant.now();
    double more = Duration.between(counted, now).toMillis() / 1e3 * A_SECOND;
    if (more >= 1) {
      left = Math.min(AT_ONCE, left + more);
      counted = now;
    }
  }
}
