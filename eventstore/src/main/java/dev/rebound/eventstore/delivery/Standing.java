package dev.rebound.eventstore.delivery;

import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.Cursor;
import java.util.Map;
import java.util.Set;

/**
 * How far a handler is, as far as a batch is concerned.
 *
 * @param watermarks by partition
 * @param versions the version up to which it has a stream; a stream it has nothing of is left out
 * @param parked the streams it waits with
 */
record Standing(
    Map<Integer, Cursor> watermarks, Map<StreamId, Integer> versions, Set<StreamId> parked) {

  Cursor watermark(int partition) {
    return watermarks.getOrDefault(partition, Cursor.START);
  }
}
