package dev.rebound.events;

import org.jspecify.annotations.Nullable;

/**
 * What a recruiter, mentor or other reader says of one stage.
 *
 * @param rating 1 (weak) to 5 (strong)
 */
public record StageRating(StageKind kind, int rating, @Personal @Nullable String comment) {}
