package dev.rebound.chassis.operations;

import dev.rebound.delivery.Rereading;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view of a service.
 *
 * @param name what it is called in paths
 * @param tables what it is kept in
 * @param topics what it is made of
 * @param rebuild how its last rebuild stands
 */
public record View(String name, List<String> tables, List<String> topics, RebuildStatus rebuild) {

  /**
   * How a rebuild stands.
   *
   * @param events how many events were read so far
   * @param total about how many there are; null while that is not known
   * @param startedAt null where none has run here since the start of the service
   * @param switchedAt when the new rows became the ones that are read; null until then
   * @param endedAt null while it runs
   * @param differing how many rows are new, gone or other than they were; null until that is known
   * @param rereadings what became of texts that another version of the reader had read, one for
   *     each such version; null until that is known
   */
  public record RebuildStatus(
      String view,
      Status status,
      long events,
      @Nullable Long total,
      @Nullable Instant startedAt,
      @Nullable Instant switchedAt,
      @Nullable Instant endedAt,
      @Nullable Long differing,
      @Nullable List<Rereading> rereadings) {}

  /** The states of a rebuild. */
  public enum Status {
    /** None has run here since the service started. */
    NONE,
    /** It waits for another view's to end, reads, or compares what it came to. */
    RUNNING,
    /** The new rows are live, and compared with the former ones. */
    DONE,
    /** It did not come to its end; where it had not switched, the former rows are still live. */
    FAILED
  }
}
