package dev.rebound.analysis;

import dev.rebound.events.Theme;
import java.util.EnumSet;
import java.util.Set;

/**
 * A theme that a clause touches, and how the clause judges it.
 *
 * @param advised whether the clause advises rather than judges
 * @param from index of the first token that led to it
 * @param to index after the last
 */
record Judgement(
    Theme theme, Polarity polarity, boolean advised, double confidence, int from, int to) {

  private static final Set<Theme> NO_CAUSE =
      EnumSet.of(Theme.UNSPECIFIED, Theme.STRONGER_CANDIDATE, Theme.CULTURE_FIT);

  /** Whether the theme tells its reader anything to act on or rule out. */
  static boolean isCause(Theme theme) {
    return !NO_CAUSE.contains(theme);
  }

  /** Whether this names a cause, or something to work on. */
  boolean namesCause() {
    return isCause(theme) && (polarity == Polarity.NEGATIVE || advised);
  }
}
