package dev.rebound.insights.search.refinements;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** How much speaks for a suggestion: a rank by judgement, not a probability. */
final class Confidence {

  /** What one context of a taste leaves open. */
  private static final double DOUBT = 0.6;

  private static final double DIGITS = 100;

  private Confidence() {}

  /** Of what was said: each context's surest word, as independent witnesses. */
  static double ofWords(Collection<RefinementEvidence> evidence) {
    Map<UUID, Double> byContext =
        evidence.stream()
            .collect(
                Collectors.toMap(
                    RefinementEvidence::contextId, RefinementEvidence::confidence, Math::max));
    double doubt = 1;
    for (double surest : byContext.values()) {
      doubt *= 1 - surest * 0.9;
    }
    return rounded(1 - doubt);
  }

  /**
   * Of a taste.
   *
   * @param support contexts that speak for it
   * @param against contexts that speak against it
   */
  static double ofTaste(long support, long against) {
    double share = (double) support / (support + against);
    return rounded((1 - Math.pow(DOUBT, support)) * share);
  }

  private static double rounded(double value) {
    return Math.round(value * DIGITS) / DIGITS;
  }
}
