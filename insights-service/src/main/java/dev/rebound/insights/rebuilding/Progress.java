package dev.rebound.insights.rebuilding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a rebuild stands.
 *
 * @param projection what is rebuilt
 * @param events how many events were read so far
 * @param startedAt null where none has run since the start of the service
 * @param endedAt null while it runs
 */
public record Progress(
    String projection,
    Status status,
    long events,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {

  /** The states of a rebuild. */
  public enum Status {
    /** None has run here since the service started. */
    NONE,
    RUNNING,
    /** The new tables are live. */
    DONE,
    /** The former tables are still live, and nothing is lost. */
    FAILED
  }
}
