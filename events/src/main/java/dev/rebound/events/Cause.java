package dev.rebound.events;

import org.jspecify.annotations.Nullable;

/**
 * A cause the candidate names in a reflection.
 *
 * @param control set only where the candidate sees it otherwise than the theme's default
 */
public record Cause(Theme theme, @Nullable Control control, @Personal @Nullable String note) {}
