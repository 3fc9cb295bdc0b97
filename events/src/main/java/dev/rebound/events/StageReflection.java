package dev.rebound.events;

import org.jspecify.annotations.Nullable;

/**
 * How the candidate saw one stage.
 *
 * @param rank 1 is the stage that went best; ranks of one reflection are distinct
 * @param rating 1 (weak) to 5 (strong)
 */
public record StageReflection(
    StageKind kind,
    int rank,
    int rating,
    @Personal @Nullable String wentWell,
    @Personal @Nullable String toImprove) {}
