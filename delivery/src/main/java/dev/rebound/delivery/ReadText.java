package dev.rebound.delivery;

import dev.rebound.events.SpecificityLevel;
import dev.rebound.events.Theme;
import java.util.Collection;
import java.util.List;

/**
 * What a reader made of one text, in codes: what tells its reading from another's. A read model
 * keeps it beside what it concluded from the reading.
 *
 * @param reader the version of the reader
 * @param level how specific it found the text
 * @param causes what it found besides praise, each once and in the order of the themes
 * @param strengths what it found praised, likewise
 */
public record ReadText(
    String reader, SpecificityLevel level, List<Theme> causes, List<Theme> strengths) {

  public ReadText {
    causes = causes == null ? List.of() : List.copyOf(causes);
    strengths = strengths == null ? List.of() : List.copyOf(strengths);
  }

  /** A reading that found these, in any order and however often. */
  public static ReadText of(
      String reader,
      SpecificityLevel level,
      Collection<Theme> causes,
      Collection<Theme> strengths) {
    return new ReadText(
        reader,
        level,
        causes.stream().sorted().distinct().toList(),
        strengths.stream().sorted().distinct().toList());
  }

  /** Whether it names a cause, however thinly. */
  boolean specific() {
    return level != SpecificityLevel.GENERIC;
  }

  /** Whether it found the same. */
  boolean findsLike(ReadText other) {
    return causes.equals(other.causes) && strengths.equals(other.strengths);
  }
}
