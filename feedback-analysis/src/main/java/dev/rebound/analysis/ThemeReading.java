package dev.rebound.analysis;

import dev.rebound.events.Control;
import dev.rebound.events.Theme;

/**
 * A theme found in a statement.
 *
 * @param theme what it is about
 * @param control how far it is in the reader's hands: the theme's default, unless the words say
 *     otherwise of a cause
 * @param confidence how sure the reading is, above 0 and at most 1; a rank, not a probability
 */
public record ThemeReading(Theme theme, Control control, double confidence) {

  public ThemeReading {
    if (!(confidence > 0 && confidence <= 1)) {
      throw new IllegalArgumentException("a confidence is above 0 and at most 1: " + confidence);
    }
  }

  /** The theme with its default control. */
  public static ThemeReading of(Theme theme, double confidence) {
    return new ThemeReading(theme, theme.defaultControl(), confidence);
  }
}
