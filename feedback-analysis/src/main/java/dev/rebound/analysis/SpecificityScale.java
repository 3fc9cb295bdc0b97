package dev.rebound.analysis;

import dev.rebound.events.MissingPart;
import dev.rebound.events.SpecificityLevel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Turns the parts that a text brings into a level and a score.
 *
 * <p>The weights are a judgement, not a measurement: the cause counts most, then what was seen; the
 * stage least, since the system often knows it anyway. Without a cause the text is generic however
 * much else it brings, and scores at most {@link #GENERIC_CEILING}.
 */
final class SpecificityScale {

  /** What a text without a cause can score at most. */
  static final double GENERIC_CEILING = 0.3;

  /** How many parts make a text specific, the cause among them. */
  private static final int PARTS_OF_SPECIFIC = 3;

  private SpecificityScale() {}

  /**
   * The specificity of a text.
   *
   * @param present the parts that it brings
   * @param fit whether it puts the rejection down to the fit, which names a cause and nothing that
   *     anybody could see: more than a generic text says, and still worth asking about
   */
  static Specificity of(Set<MissingPart> present, boolean fit) {
    List<MissingPart> missing = new ArrayList<>();
    int hundredths = 0;
    for (MissingPart part : MissingPart.values()) {
      if (present.contains(part)) {
        hundredths += weight(part);
      } else {
        missing.add(part);
      }
    }
    double score = hundredths / 100.0;
    if (!present.contains(MissingPart.THEME)) {
      return new Specificity(
          fit ? SpecificityLevel.PARTIAL : SpecificityLevel.GENERIC,
          Math.min(score, GENERIC_CEILING),
          missing);
    }
    boolean deep = EnumSet.copyOf(present).size() >= PARTS_OF_SPECIFIC;
    return new Specificity(
        deep ? SpecificityLevel.SPECIFIC : SpecificityLevel.PARTIAL, score, missing);
  }

  private static int weight(MissingPart part) {
    return switch (part) {
      case STAGE -> 10;
      case THEME -> 35;
      case OBSERVATION -> 25;
      case EXAMPLE -> 15;
      case ADVICE -> 15;
    };
  }
}
