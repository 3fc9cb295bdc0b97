package dev.rebound.delivery;

import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.EventCodec;
import dev.rebound.eventstore.postgres.EventCodec.Opened;
import dev.rebound.eventstore.postgres.EventCodec.Unreadable;
import dev.rebound.eventstore.postgres.EventLog.Cursor;
import dev.rebound.eventstore.postgres.SealedEvent;
import dev.rebound.eventstore.postgres.SealedEvent.Committed;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stood at one place of a source. */
public sealed interface Delivered {

  /** The partition; 0 in the event table. */
  int partition();

  /** The place in the partition. */
  Cursor at();

  /** The stream it is of, where that can be told. */
  @Nullable StreamId stream();

  /** The event's id, where that can be told. */
  @Nullable UUID id();

  /** An event. */
  record Good(int partition, Cursor at, StoredEvent event) implements Delivered {
    @Override
    public StreamId stream() {
      return event.stream();
    }

    @Override
    public UUID id() {
      return event.id();
    }
  }

  /** An event of a type that this build does not know, and need not. */
  record Unknown(int partition, Cursor at, StreamId stream, int version, UUID id)
      implements Delivered {}

  /** Something that cannot be delivered. */
  record Bad(int partition, Cursor at, Reason reason, @Nullable StreamId stream, @Nullable UUID id)
      implements Delivered {}

  /** What came of opening the event at a place. */
  static Delivered of(int partition, Cursor at, SealedEvent sealed, Opened opened) {
    Unreadable unreadable = opened.unreadable();
    if (unreadable == null) {
      return new Good(partition, at, opened.get());
    }
    return unreadable.why() == Unreadable.Why.UNKNOWN_TYPE
        ? new Unknown(partition, at, sealed.stream(), sealed.version(), sealed.id())
        : new Bad(partition, at, Reason.of(unreadable.why()), sealed.stream(), sealed.id());
  }

  /** What the events of a service's own table are, in their order. */
  static Uni<List<Delivered>> own(EventCodec codec, List<Committed> events) {
    List<SealedEvent> sealed = events.stream().map(Committed::event).toList();
    return codec
        .openEach(sealed)
        .map(opened -> {
          List<Delivered> delivered = new ArrayList<>(events.size());
          for (int i = 0; i < events.size(); i++) {
            delivered.add(of(0, events.get(i).at(), sealed.get(i), opened.get(i)));
          }
          return delivered;
        });
  }

  /** The same place, given up for this reason. */
  default Bad spoiled(Reason reason) {
    return new Bad(partition(), at(), reason, stream(), id());
  }

  /** Why an event could not be delivered. */
  enum Reason {
    /** The record has no key. */
    NO_KEY,
    /** The record has no value. */
    NO_VALUE,
    /** The value is larger than any event may be. */
    TOO_LARGE,
    /** A header is missing or malformed, or the key is no candidate's id. */
    BAD_HEADER,
    /** The value is not a JSON object within bounds. */
    NOT_JSON,
    /** The JSON does not fit the event's type. */
    DOES_NOT_FIT,
    /** A sealed box was changed, or taken from another event. */
    BROKEN_SEAL,
    /** The key names another candidate than the event. */
    OTHER_CANDIDATE,
    /** The record is sent under another board than the event names. */
    OTHER_BOARD,
    /** The event's version is newer than this build; its stream waits for the next build. */
    NEWER_VERSION,
    /** An earlier event of its stream could not be delivered. */
    STREAM_PARKED,
    /** The handler failed on it, and would fail again. */
    HANDLER_FAILED,
    /** The handler took longer than it may. */
    HANDLER_TOO_SLOW;

    /** Whether no later build can read the record either. */
    boolean isForGood() {
      return switch (this) {
        case NO_KEY,
            NO_VALUE,
            TOO_LARGE,
            BAD_HEADER,
            NOT_JSON,
            DOES_NOT_FIT,
            BROKEN_SEAL,
            OTHER_CANDIDATE,
            OTHER_BOARD ->
            true;
        case NEWER_VERSION, STREAM_PARKED, HANDLER_FAILED, HANDLER_TOO_SLOW -> false;
      };
    }

    /** The reason that goes with what is wrong with an event; an unknown type is none. */
    static Reason of(Unreadable.Why why) {
      return switch (why) {
        case NOT_JSON -> NOT_JSON;
        case DOES_NOT_FIT -> DOES_NOT_FIT;
        case BROKEN_SEAL -> BROKEN_SEAL;
        case OTHER_CANDIDATE -> OTHER_CANDIDATE;
        case OTHER_BOARD -> OTHER_BOARD;
        case NEWER_VERSION -> NEWER_VERSION;
        case UNKNOWN_TYPE -> throw new IllegalArgumentException("an unknown type is passed over");
      };
    }
  }
}
