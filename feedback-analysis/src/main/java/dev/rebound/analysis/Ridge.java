package dev.rebound.analysis;

import java.util.Arrays;
import java.util.List;

/**
 * Fits weights so that the weighted sum of a clause's features comes near its label, large weights
 * being penalised: ridge regression, solved by conjugate gradients. No chance is involved, so the
 * same clauses in the same order give the same weights.
 */
final class Ridge {

  private static final int STEPS = 40;
  private static final double PENALTY = 0.5;

  private final List<Features> clauses;

  Ridge(List<Features> clauses) {
    this.clauses = clauses;
  }

  /**
   * The weight of each bucket.
   *
   * @param labels one per clause, their mean taken off
   */
  double[] weights(double[] labels) {
    double[] weights = new double[Features.BUCKETS];
    double[] rest = new double[Features.BUCKETS];
    for (int at = 0; at < labels.length; at++) {
      addTo(rest, clauses.get(at), labels[at]);
    }
    double[] direction = rest.clone();
    double error = dot(rest, rest);
    for (int step = 0; step < STEPS && error > 1e-9; step++) {
      double[] image = image(direction);
      double length = error / dot(direction, image);
      for (int i = 0; i < weights.length; i++) {
        weights[i] += length * direction[i];
        rest[i] -= length * image[i];
      }
      double left = dot(rest, rest);
      double kept = left / error;
      for (int i = 0; i < direction.length; i++) {
        direction[i] = rest[i] + kept * direction[i];
      }
      error = left;
    }
    return weights;
  }

  private double[] image(double[] direction) {
    double[] image = new double[direction.length];
    Arrays.setAll(image, i -> PENALTY * direction[i]);
    for (Features clause : clauses) {
      double sum = 0;
      for (int i = 0; i < clause.buckets().length; i++) {
        sum += clause.values()[i] * direction[clause.buckets()[i]];
      }
      addTo(image, clause, sum);
    }
    return image;
  }

  private static void addTo(double[] sums, Features clause, double factor) {
    for (int i = 0; i < clause.buckets().length; i++) {
      sums[clause.buckets()[i]] += factor * clause.values()[i];
    }
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
