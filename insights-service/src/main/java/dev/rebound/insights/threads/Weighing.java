package dev.rebound.insights.threads;

import dev.rebound.analysis.Polarity;
import dev.rebound.insights.contexts.Evidence;
import dev.rebound.insights.contexts.EvidenceSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How much evidence weighs. The constants are judgement, not measurement: who saw the candidate in
 * the process weighs most, the candidate's own word least, and their own praise less than their own
 * critique; what several sources say of one context weighs more than one of them alone.
 */
final class Weighing {

  /** What one context can contribute at most, so that one context alone never looks settled. */
  private static final double CONTEXT_SHARE = 0.5;

  /** What was said of a context this much older weighs half, in days. */
  private static final double HALF_LIFE = 365;

  private static final double DIGITS = 1000;

  private Weighing() {}

  /** The weight of one piece of evidence: its confidence times that of its source. */
  static double weight(Evidence evidence) {
    return evidence.confidence() * sourceWeight(evidence);
  }

  private static double sourceWeight(Evidence evidence) {
    return switch (evidence.source()) {
      case RECRUITER -> 1;
      case APPRAISAL -> 0.9;
      case MENTOR -> 0.8;
      case PEER, MOCK_INTERVIEW, REJECTION -> 0.7;
      case REFLECTION -> evidence.polarity() == Polarity.POSITIVE ? 0.2 : 0.5;
    };
  }

  /**
   * The weight of what was said in one context, 0 to 1: of each source the weightiest evidence, and
   * several sources as independent witnesses, {@code 1 - (1 - a)(1 - b)..}. It halves with every
   * year that the context is older than the newest.
   */
  static double ofContext(List<Evidence> evidence, long daysBeforeNewest) {
    Map<EvidenceSource, Double> bySource = new EnumMap<>(EvidenceSource.class);
    evidence.forEach(e -> bySource.merge(e.source(), weight(e), Math::max));
    double doubt = 1;
    for (double weight : bySource.values()) {
      doubt *= 1 - weight;
    }
    return (1 - doubt) * Math.pow(0.5, daysBeforeNewest / HALF_LIFE);
  }

  /**
   * The score of a thread, 0 to 1, rounded to three digits: {@code (1 - product of (1 - w/2) over
   * its contexts) * for / (for + against)}. It grows with every context and is cut by what was said
   * to the contrary.
   *
   * @param weights of the contexts that say so
   * @param against the sum of the weights of the contexts that say the opposite
   */
  static double score(List<Double> weights, double against) {
    double doubt = 1;
    double sum = 0;
    for (double weight : weights) {
      doubt *= 1 - CONTEXT_SHARE * weight;
      sum += weight;
    }
    double score = sum == 0 ? 0 : (1 - doubt) * sum / (sum + against);
    return Math.round(score * DIGITS) / DIGITS;
  }
}
