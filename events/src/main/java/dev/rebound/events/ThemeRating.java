package dev.rebound.events;

/**
 * A rating of one theme.
 *
 * @param rating 1 (weak) to 5 (strong)
 */
public record ThemeRating(Theme theme, int rating) {}
