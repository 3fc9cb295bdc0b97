package dev.rebound.eventstore;

import dev.rebound.events.ReboundEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it stands in its stream, personal words open where their key still exists.
 *
 * @param id UUIDv7, unique over all services
 * @param version 1 for the first event of its stream, without gaps
 */
public record StoredEvent(
    UUID id, StreamId stream, int version, Metadata metadata, ReboundEvent event) {

  /** The same event as seen from within this trace; unchanged where there is none. */
  public StoredEvent within(@Nullable String trace) {
    return trace == null
        ? this
        : new StoredEvent(id, stream, version, metadata.within(trace), event);
  }
}
