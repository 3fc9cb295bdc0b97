package dev.rebound.insights.figures;

import org.jspecify.annotations.Nullable;

/**
 * A share of few cases, with the range it may well lie in.
 *
 * @param value the observed share, 0 to 1
 * @param low the lower bound of the 95 % interval by Wilson's score (E. B. Wilson, 1927), which
 *     keeps its word for few cases and for shares near 0 and 1
 * @param high its upper bound
 * @param n of how many cases
 */
public record Share(double value, double low, double high, int n) {

  /** The 97.5 % quantile of the normal distribution. */
  private static final double Z = 1.959963984540054;

  private static final double DIGITS = 10_000;

  /**
   * The share of {@code part} in {@code n}, rounded to four digits; null where there is no case.
   *
   * @param part 0 to {@code n}
   */
  public static @Nullable Share of(int part, int n) {
    if (part < 0 || part > n) {
      throw new IllegalArgumentException(part + " of " + n);
    }
    if (n == 0) {
      return null;
    }
    double p = (double) part / n;
    double zz = Z * Z;
    double centre = (p + zz / (2 * n)) / (1 + zz / n);
    double half = Z / (1 + zz / n) * Math.sqrt(p * (1 - p) / n + zz / (4.0 * n * n));
    return new Share(
        rounded(p), rounded(Math.max(0, centre - half)), rounded(Math.min(1, centre + half)), n);
  }

  private static double rounded(double value) {
    return Math.round(value * DIGITS) / DIGITS;
  }
}
