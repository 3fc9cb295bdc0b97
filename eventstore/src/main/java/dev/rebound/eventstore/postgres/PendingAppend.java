package dev.rebound.eventstore.postgres;

import dev.rebound.eventstore.StreamId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An append whose words are sealed and that is ready to be written. */
record PendingAppend(
    StreamId stream, int expectedVersion, List<SealedEvent> events, @Nullable SealedAnswer answer) {

  /** The version the stream has once it is written. */
  int newVersion() {
    return expectedVersion + events.size();
  }

  /** About how much it adds to a statement. */
  long bytes() {
    return events.stream().mapToLong(event -> event.data().length).sum();
  }
}
