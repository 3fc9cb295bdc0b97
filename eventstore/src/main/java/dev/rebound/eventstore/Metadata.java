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
 */
public record Metadata(
    Instant time, UUID correlationId, @Nullable UUID causationId, @Nullable String board) {

  public Metadata {
    time = time.truncatedTo(ChronoUnit.MICROS);
  }

  /** The metadata of what a reaction does about an event. */
  public static Metadata causedBy(StoredEvent cause, Instant time) {
    return new Metadata(
        time, cause.metadata().correlationId(), cause.id(), cause.metadata().board());
  }
}
