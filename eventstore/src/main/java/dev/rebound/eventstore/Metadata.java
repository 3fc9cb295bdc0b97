package dev.rebound.eventstore;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an event carries besides itself.
 *
 * @param time when the command came in, by the clock of the service that took it; in microseconds,
 *     which is what every store and reader can hold
 * @param correlationId the same for everything that one outside call led to
 * @param causationId the event that a reaction answered, or null for an outside call
 * @param board the tenant, where there is one
 * @param trace the trace it belongs to, as a W3C traceparent; null where none is recorded
 */
public record Metadata(
    Instant time,
    UUID correlationId,
    @Nullable UUID causationId,
    @Nullable String board,
    @Nullable String trace) {

  public Metadata {
    time = time.truncatedTo(ChronoUnit.MICROS);
  }

  /** The same without a trace. */
  public Metadata(
      Instant time, UUID correlationId, @Nullable UUID causationId, @Nullable String board) {
    this(time, correlationId, causationId, board, null);
  }

  /** The same as part of this trace; unchanged where there is none. */
  public Metadata within(@Nullable String other) {
    return other == null ? this : new Metadata(time, correlationId, causationId, board, other);
  }

  /** The metadata of what a reaction does about an event. */
  public static Metadata causedBy(StoredEvent cause, Instant time) {
    return new Metadata(
        time,
        cause.metadata().correlationId(),
        cause.id(),
        cause.metadata().board(),
        cause.metadata().trace());
  }
}
