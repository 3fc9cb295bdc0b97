package dev.rebound.feedback.handling;

import dev.rebound.events.Theme;
import dev.rebound.events.ThemeRating;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * A rating of one theme.
 *
 * @param rating 1 (weak) to 5 (strong)
 */
public record Rating(@NotNull Theme theme, @NotNull @Min(1) @Max(5) Integer rating) {

  ThemeRating value() {
    return new ThemeRating(theme, rating);
  }
}
