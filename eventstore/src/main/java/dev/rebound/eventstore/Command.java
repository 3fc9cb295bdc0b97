package dev.rebound.eventstore;

import dev.rebound.eventstore.EventStore.IdempotencyKey;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A command on its way to a stream.
 *
 * @param expectedVersion the version the caller insists on (If-Match), or null; {@link #NEW} where
 *     the stream must not exist yet
 * @param protection makes it safe to send again, or null
 */
public record Command<C, S>(
    StreamId stream,
    C payload,
    Metadata metadata,
    @Nullable Integer expectedVersion,
    @Nullable Protection<S> protection) {

  /** The version of a stream that has no event; those of the others start at 1. */
  public static final int NEW = 0;

  /** A command with neither a version nor a key. */
  public static <C, S> Command<C, S> of(StreamId stream, C payload, Metadata metadata) {
    return new Command<>(stream, payload, metadata, null, null);
  }

  /**
   * What makes a request safe to repeat.
   *
   * @param requestHash SHA-256 of the request
   * @param answer builds the answer that is kept and given again
   */
  public record Protection<S>(
      IdempotencyKey key, byte[] requestHash, Function<Handled.Done<S, ?>, byte[]> answer) {}
}
