package dev.rebound.eventstore;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.events.ReboundEvent;
import dev.rebound.sealing.KeyRing.ErasedSubject;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
   *     at the expected version or another event has it, with {@link KeyTaken} where the
   *     idempotency key is in use already, and with {@link Overloaded} where too many wait: then
   *     nothing was written. Any other failure leaves open whether it was.
   */
  Uni<StreamSlice> append(Append append);

  /**
   * Adds to many streams at once, each append by itself: one that does not hold keeps no other from
   * being written. When it answers, what was written is durable.
   *
   * @param appends of different streams, and without answers
   * @return how each of them ended, in their order; a failure leaves open what was written, and
   *     appends that were then are stale when they are tried again
   */
  default Uni<List<Outcome>> appendEach(List<Append> appends) {
    return Multi.createFrom()
        .iterable(appends)
        .onItem()
        .transformToUniAndConcatenate(append ->
            append(append)
                .map(stored -> Outcome.WRITTEN)
                .onFailure(VersionConflict.class)
                .recoverWithItem(Outcome.STALE)
                .onFailure(ErasedSubject.class)
                .recoverWithItem(Outcome.ERASED))
        .collect()
        .asList();
  }

  /** How one append of many ended. */
  enum Outcome {
    /** It is durable. */
    WRITTEN,
    /** Its stream was not at the expected version; nothing of it was written. */
    STALE,
    /** A person it tells of is erased; nothing of it was written. */
    ERASED
  }

  /** The answer recorded for a key, for as long as it is kept (at least 24 h). */
  Uni<Optional<RecordedAnswer>> recordedAnswer(IdempotencyKey key);

  /**
   * Events to add to one stream, all or none.
   *
   * @param expectedVersion the version the stream must have now; 0 for a new stream
   * @param predecessor the event that must have this version, since these were decided on it; null
   *     where the stream must be new, or any event of that version will do
   * @param events at least one
   * @param answer the idempotency record that is written in the same statement
   */
  record Append(
      StreamId stream,
      int expectedVersion,
      @Nullable UUID predecessor,
      List<NewEvent> events,
      Metadata metadata,
      @Nullable RecordedAnswer answer) {

    public Append {
      events = List.copyOf(events);
      if (events.isEmpty() || expectedVersion < 0) {
        throw new IllegalArgumentException("an append has events and a version from 0 on");
      }
    }

    /** The first events of a stream. */
    public static Append begin(StreamId stream, List<NewEvent> events, Metadata metadata) {
      return new Append(stream, 0, null, events, metadata, null);
    }

    /** The same as part of this trace; unchanged where there is none. */
    public Append within(@Nullable String trace) {
      return trace == null
          ? this
          : new Append(
              stream, expectedVersion, predecessor, events, metadata.within(trace), answer);
    }
  }

  /** An event about to be appended, with the id it will be known by. */
  record NewEvent(UUID id, ReboundEvent event) {

    /** Gives an event its id. */
    public static NewEvent of(ReboundEvent event) {
      return new NewEvent(UuidCreator.getTimeOrderedEpoch(), event);
    }
  }

  /** All events of one stream, oldest first; empty where the stream does not exist. */
  record StreamSlice(StreamId stream, List<StoredEvent> events) {

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

    /**
     * The events behind the last one that caused an event of another stream: all where none did.
     */
    public List<StoredEvent> behindCausesOf(StreamSlice other) {
      Set<UUID> causes =
          other.events.stream()
              .map(event -> event.metadata().causationId())
              .filter(Objects::nonNull)
              .collect(Collectors.toSet());
      int next = events.size();
      while (next > 0 && !causes.contains(events.get(next - 1).id())) {
        next--;
      }
      return events.subList(next, events.size());
    }
  }

  /**
   * What a caller names one request by, so that sending it again does nothing again.
   *
   * @param caller whose key it is; the same text from two callers is two keys
   * @param key 16 to 128 characters, by the caller's choice
   */
  record IdempotencyKey(UUID caller, String key) {}

  /**
   * The answer to a request that named a key, kept with the events it led to.
   *
   * @param requestHash SHA-256 of the request, which tells a repeat from a reuse of the key
   * @param answer what was answered, in the edge's own format; stored sealed under the caller's key
   */
  record RecordedAnswer(IdempotencyKey key, byte[] requestHash, byte[] answer) {}

  /** The stream was not at the version that was expected, or came there by another event. */
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
