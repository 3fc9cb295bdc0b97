package dev.rebound.eventstore;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events to add to one stream, all or none.
 *
 * @param expectedVersion the version the stream must have now; 0 for a new stream
 * @param events at least one
 * @param answer the idempotency record that is written in the same statement
 */
public record Append(
    StreamId stream,
    int expectedVersion,
    List<NewEvent> events,
    Metadata metadata,
    @Nullable RecordedAnswer answer) {

  public Append {
    events = List.copyOf(events);
    if (events.isEmpty() || expectedVersion < 0) {
      throw new IllegalArgumentException("an append has events and a version from 0 on");
    }
  }
}
