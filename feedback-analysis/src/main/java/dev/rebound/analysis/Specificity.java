package dev.rebound.analysis;

import dev.rebound.events.MissingPart;
import dev.rebound.events.SpecificityLevel;
import java.util.List;

/**
 * How much a text tells the person it is about.
 *
 * @param level GENERIC: no cause; PARTIAL: a cause, named thinly, or nothing but the fit; SPECIFIC:
 *     a cause with what was seen, where or what to do
 * @param score the weighted share of the five parts that are present, 0 to 1
 * @param missing the parts that are absent, in the order of {@link MissingPart}
 */
public record Specificity(SpecificityLevel level, double score, List<MissingPart> missing) {

  public Specificity {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("a score is between 0 and 1, not " + score);
    }
    missing = List.copyOf(missing);
  }

  /** What stands for a text that was not read: nothing is known of it, and nothing asked for. */
  static Specificity notRead() {
    return new Specificity(SpecificityLevel.GENERIC, 0, List.of());
  }

  /**
   * Whether the answer should be answered with a request for depth: when it names no cause that
   * anybody could see, which includes every text whose only themes are UNSPECIFIED,
   * STRONGER_CANDIDATE or CULTURE_FIT. Else asking again would cost its writer more than it brings.
   * Nor is anything asked because of a text that was not read.
   */
  public boolean asksForDepth() {
    return missing.contains(MissingPart.THEME);
  }
}
