package dev.rebound.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * What a benchmark came to.
 *
 * @param name such as B1
 * @param figure the ratio; larger is better
 * @param goal what the figure is to reach
 * @param details what was measured to get there, as lines of text
 */
record Result(String name, double figure, double goal, List<String> details) {

  Result {
    details = List.copyOf(details);
  }

  /** The last line of a benchmark: its figure, then its goal. */
  String line() {
    return String.format(Locale.ROOT, "%s %.2f goal %.2f", name, figure, goal);
  }

  boolean reached() {
    return figure >= goal;
  }
}
