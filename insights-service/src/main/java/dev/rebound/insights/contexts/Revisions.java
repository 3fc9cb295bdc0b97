package dev.rebound.insights.contexts;

/**
 * Grows whenever something about a candidate changes.
 *
 * @param contexts how many events are in the contexts
 * @param decisions how many events are in the candidate's own decisions
 */
public record Revisions(long contexts, long decisions) {}
