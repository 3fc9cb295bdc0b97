package dev.rebound.events;

import org.jspecify.annotations.Nullable;

/**
 * The reason as its source gave it, kept verbatim.
 *
 * @param provider the system that named it, {@code candidate} where the candidate typed it in
 * @param id the reason's id in that system
 */
public record RejectionReason(
    String provider, @Nullable String id, @Personal @Nullable String text) {}
