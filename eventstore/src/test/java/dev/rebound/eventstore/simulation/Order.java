package dev.rebound.eventstore.simulation;

import dev.rebound.eventstore.IdempotencyKey;
import dev.rebound.eventstore.StreamId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A command of a run.
 *
 * @param events how many events it leads to where it is accepted
 * @param key where its client sends it again until it is answered
 * @param expected the version its client insists on
 */
record Order(
    int number,
    StreamId stream,
    UUID candidate,
    int events,
    @Nullable IdempotencyKey key,
    @Nullable Integer expected) {}
