package dev.rebound.eventstore;

import dev.rebound.events.ReboundEvent;
import java.util.UUID;

/**
 * An event as it stands in its stream, personal words open where their key still exists.
 *
 * @param id UUIDv7, unique over all services
 * @param version 1 for the first event of its stream, without gaps
 */
public record StoredEvent(
    UUID id, StreamId stream, int version, Metadata metadata, ReboundEvent event) {}
