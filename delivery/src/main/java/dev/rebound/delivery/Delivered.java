package dev.rebound.delivery;

import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.Cursor;
import dev.rebound.eventstore.postgres.EventCodec.Opened;
import dev.rebound.eventstore.postgres.EventCodec.Unreadable;
import dev.rebound.eventstore.postgres.SealedEvent;
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

  /** The same place, given up for this reason. */
  default Bad spoiled(Reason reason) {
    return new Bad(partition(), at(), reason, stream(), id());
  }
}
