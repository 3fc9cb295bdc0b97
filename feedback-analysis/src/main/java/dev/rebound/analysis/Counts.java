package dev.rebound.analysis;

import java.util.Locale;

/** What was found of one class, what was found beside it, and what was missed. */
final class Counts {

  private int hit;
  private int extra;
  private int missed;

  /** Counts one case. */
  void count(boolean expected, boolean found) {
    if (expected && found) {
      hit++;
    } else if (found) {
      extra++;
    } else if (expected) {
      missed++;
    }
  }

  /** Whether there was a case at all, expected or found. */
  boolean occurs() {
    return hit + extra + missed > 0;
  }

  /** The share of what was found that is right; 1 where nothing was found. */
  double precision() {
    return hit + extra == 0 ? 1 : (double) hit / (hit + extra);
  }

  /** The share of what was to be found that was; 1 where nothing was. */
  double recall() {
    return hit + missed == 0 ? 1 : (double) hit / (hit + missed);
  }

  /** The harmonic mean of both. */
  double f1() {
    return occurs() ? 2.0 * hit / (2 * hit + extra + missed) : 1;
  }

  /** The figures on one line. */
  String summary() {
    return String.format(
        Locale.ROOT,
        "F1 %.3f  precision %.3f  recall %.3f  (hit %d, extra %d, missed %d)",
        f1(),
        precision(),
        recall(),
        hit,
        extra,
        missed);
  }
}
