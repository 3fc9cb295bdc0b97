package dev.rebound.eventstore;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All events of one stream, oldest first; empty where the stream does not exist. */
public record StreamSlice(StreamId stream, List<StoredEvent> events) {

  public StreamSlice {
    events = List.copyOf(events);
  }

  /** The version of the last event, 0 where there is none. */
  public int version() {
    return events.isEmpty() ? 0 : events.getLast().version();
  }

  /** The id of the last event, null where there is none. */
  public @Nullable UUID lastEventId() {
    return events.isEmpty() ? null : events.getLast().id();
  }
}
