package dev.rebound.benchmarks;

import java.util.List;

/** Medians of few repeats. */
final class Medians {

  private Medians() {}

  /** The one in the middle, of at least one; of an even number the mean of the two. */
  static double of(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
