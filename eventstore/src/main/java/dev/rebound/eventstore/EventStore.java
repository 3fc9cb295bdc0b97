package dev.rebound.eventstore;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Streams of events. Two implementations, in memory and on PostgreSQL, keep the same promises,
 * which {@code EventStoreConformance} states.
 */
public interface EventStore {

  /** Everything that is committed in a stream. */
  Uni<StreamSlice> read(StreamId stream);

  /**
   * Adds events to a stream. When it answers they are durable, and the relay has been woken.
   *
   * @return the same events as stored; fails with {@link VersionConflict} where the stream is not
   *     at the expected version, with {@link KeyTaken} where the idempotency key is in use already,
   *     and with {@link Overloaded} where too many wait: then nothing was written. Any other
   *     failure leaves open whether it was.
   */
  Uni<StreamSlice> append(Append append);

  /** The answer recorded for a key, for as long as it is kept (at least 24 h). */
  Uni<Optional<RecordedAnswer>> recordedAnswer(IdempotencyKey key);

  /** The stream was not at the version that was expected. */
  final class VersionConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Names the stream; there is nothing personal in it. */
    public VersionConflict(StreamId stream, int expected) {
      super(stream + " is not at version " + expected, null, false, false);
    }
  }

  /** Too many appends wait already; the caller may try again in a moment. */
  final class Overloaded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says no more than that. */
    public Overloaded() {
      super("too many appends wait", null, false, false);
    }
  }

  /** Another request has recorded its answer under this key. */
  final class KeyTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says no more than that, since keys are the callers' own. */
    public KeyTaken() {
      super("the idempotency key is in use", null, false, false);
    }
  }
}
