package dev.rebound.benchmarks;

import dev.rebound.localstack.Trouble;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What a run of the load generator came to.
 *
 * @param latency of each answer in nanoseconds
 * @param lag how late the generator itself was with each request, in nanoseconds
 * @param statuses how many answers of each status
 * @param seconds from the first request to the last answer
 */
record LoadRun(Histogram latency, Histogram lag, Map<Integer, Long> statuses, double seconds) {

  /** How many were answered with this status. */
  long answered(int status) {
    return statuses.getOrDefault(status, 0L);
  }

  /** Answers of this status a second. */
  double rate(int status) {
    return answered(status) / seconds;
  }

  /** Whether the generator itself kept its times, by so much at p99. */
  boolean punctual(Duration mostLag) {
    return lag.getValueAtPercentile(99) <= mostLag.toNanos();
  }

  /**
   * This run, where every answer was of this status: a refusal is fast, and no figure.
   *
   * @throws Trouble where there was none, or one of another status
   */
  LoadRun require(int status) {
    if (statuses.size() != 1 || answered(status) == 0) {
      throw new Trouble(
          "The figures do not count: every answer was to be %d, and they were %s."
              .formatted(status, statuses));
    }
    return this;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.0f/s, p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, highest %.1f ms, own lag p99 %.2f ms, answers %s",
        latency.getTotalCount() / seconds,
        millis(latency.getValueAtPercentile(50)),
        millis(latency.getValueAtPercentile(99)),
        millis(latency.getValueAtPercentile(99.9)),
        millis(latency.getMaxValue()),
        millis(lag.getValueAtPercentile(99)),
        statuses);
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }
}
