package dev.rebound.benchmarks;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param quick a look, in three minutes for all; else the full set, in an hour
 */
record Scale(boolean quick) {

  /** How often the two sides are measured in turn. */
  int repeats() {
    return quick ? 1 : 3;
  }

  /** How long one measurement takes. */
  Duration measured() {
    return Duration.ofSeconds(quick ? 4 : 15);
  }

  /** How long a service is used before it is measured. */
  Duration warmUp() {
    return Duration.ofSeconds(quick ? 8 : 30);
  }

  /** A number of events for which a full run takes that many, and a quick one a twentieth. */
  int events(int full) {
    return quick ? full / 20 : full;
  }
}
