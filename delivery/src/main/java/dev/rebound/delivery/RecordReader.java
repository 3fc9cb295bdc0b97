package dev.rebound.delivery;

import dev.rebound.eventstore.postgres.Cursor;
import dev.rebound.eventstore.postgres.EventCodec;
import dev.rebound.eventstore.postgres.EventCodec.Opened;
import dev.rebound.eventstore.postgres.SealedEvent;
import dev.rebound.eventstore.relay.CloudEvent;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads records, whatever is in them: each becomes an event, something of an unknown type, or
 * something bad with a reason. Only the keys' database can fail.
 */
final class RecordReader {

  /** More than any event of ours has. */
  private static final int MAX_BYTES = 950_000;

  private final EventCodec codec;

  RecordReader(EventCodec codec) {
    this.codec = codec;
  }

  /** What the records are, in their order. */
  Uni<List<Delivered>> read(Iterable<ConsumerRecord<byte[], byte[]>> records) {
    List<@Nullable Delivered> delivered = new ArrayList<>();
    List<ConsumerRecord<byte[], byte[]>> wellFormed = new ArrayList<>();
    List<SealedEvent> sealed = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      Reason reason = malformed(record);
      if (reason == null) {
        try {
          sealed.add(CloudEvent.read(record));
          wellFormed.add(record);
          delivered.add(null);
          continue;
        } catch (IllegalArgumentException badHeader) {
          reason = Reason.BAD_HEADER;
        }
      }
      delivered.add(bad(record, reason));
    }
    return codec.openEach(sealed).map(opened -> merge(delivered, wellFormed, sealed, opened));
  }

  private static @Nullable Reason malformed(ConsumerRecord<byte[], byte[]> record) {
    if (record.key() == null) {
      return Reason.NO_KEY;
    }
    if (record.value() == null) {
      return Reason.NO_VALUE;
    }
    return record.value().length > MAX_BYTES ? Reason.TOO_LARGE : null;
  }

  private static Delivered bad(ConsumerRecord<byte[], byte[]> record, Reason reason) {
    return new Delivered.Bad(
        record.partition(),
        Cursor.ofOffset(record.offset()),
        reason,
        CloudEvent.stream(record),
        CloudEvent.id(record));
  }

  private static List<Delivered> merge(
      List<@Nullable Delivered> delivered,
      List<ConsumerRecord<byte[], byte[]>> records,
      List<SealedEvent> sealed,
      List<Opened> opened) {
    List<Delivered> all = new ArrayList<>(delivered.size());
    Iterator<ConsumerRecord<byte[], byte[]>> record = records.iterator();
    int next = 0;
    for (Delivered known : delivered) {
      if (known != null) {
        all.add(known);
      } else {
        ConsumerRecord<byte[], byte[]> at = record.next();
        all.add(
            Delivered.of(
                at.partition(), Cursor.ofOffset(at.offset()), sealed.get(next), opened.get(next)));
        next++;
      }
    }
    return all;
  }
}
