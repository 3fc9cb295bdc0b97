package dev.rebound.eventstore.relay;

import dev.rebound.eventstore.postgres.Cursor;
import dev.rebound.eventstore.postgres.SealedEvent.Committed;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a batch on its way: what may be handed to the broker next, and how far the cursor
 * may move. Knows nothing of the broker or of the table; safe for several threads.
 *
 * <p>An event is handed over only while none before it has failed, and the cursor moves only past
 * events that are acknowledged without a gap.
 */
final class Sending {

  private final List<Committed> batch;
  private final BitSet acknowledged = new BitSet();
  private int handedOver;
  private @Nullable Exception failure;

  /** A batch of at least one event, in the order in which they are to be sent. */
  Sending(List<Committed> batch) {
    this.batch = List.copyOf(batch);
  }

  /** The place in the batch of the event to hand over now; -1 where none may be any more. */
  synchronized int next() {
    return failure != null || handedOver == batch.size() ? -1 : handedOver++;
  }

  /** The event at a place of the batch. */
  Committed at(int place) {
    return batch.get(place);
  }

  /** The broker has it for sure. */
  synchronized void acknowledge(int place) {
    acknowledged.set(place);
  }

  /** One of them failed; true for the first, which is the failure of the batch. */
  synchronized boolean fail(Exception why) {
    boolean first = failure == null;
    if (first) {
      failure = why;
    }
    return first;
  }

  /** Whether there is nothing left to wait for. */
  synchronized boolean isOver() {
    return failure != null || acknowledged.cardinality() == batch.size();
  }

  /** What stopped it, where something did. */
  synchronized @Nullable Exception failure() {
    return failure;
  }

  /** How far the cursor may move: to the last event before the first that may be missing. */
  synchronized @Nullable Cursor cursor() {
    int sure = acknowledged.nextClearBit(0);
    return sure == 0 ? null : batch.get(sure - 1).at();
  }
}
