package dev.rebound.journeys.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Durations in seconds, and how they are spread. Several threads may add to it. */
final class Spread {

  private final List<Double> seconds = Collections.synchronizedList(new ArrayList<>());

  void add(double measured) {
    seconds.add(measured);
  }

  int size() {
    return seconds.size();
  }

  double p95() {
    return percentile(0.95);
  }

  double most() {
    return percentile(1);
  }

  private double percentile(double share) {
    List<Double> sorted = List.copyOf(seconds).stream().sorted().toList();
    return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
  }

  @Override
  public String toString() {
    if (seconds.isEmpty()) {
      return "no time, since nothing was away";
    }
    return String.format(
        Locale.ROOT,
        "p50 %.1f s, p95 %.1f s, most %.1f s (n %d)",
        percentile(0.5),
        p95(),
        most(),
        size());
  }
}
