package dev.rebound.events;

import org.jspecify.annotations.Nullable;

/** One thing to do towards a goal. */
public record GoalAction(@Personal @Nullable String text, boolean done) {}
