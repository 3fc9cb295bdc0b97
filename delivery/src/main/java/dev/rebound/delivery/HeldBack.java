package dev.rebound.delivery;

import dev.rebound.delivery.Delivery.Source;
import dev.rebound.delivery.ParkedStreams.Place;
import dev.rebound.delivery.TopicConsumer.RecordReader;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.EventCodec;
import dev.rebound.eventstore.postgres.EventLog;
import dev.rebound.eventstore.postgres.EventLog.Cursor;
import dev.rebound.eventstore.postgres.SealedEvent.Committed;
import dev.rebound.eventstore.relay.CloudEvent;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Reads, in order, what was held back of some streams, from where it came from. Blocking. */
sealed interface HeldBack extends AutoCloseable {

  /** How many events at most are read at a time. */
  int CHUNK = 500;

  /** How long a source may take. */
  Duration LIMIT = Duration.ofSeconds(20);

  /**
   * Reads on.
   *
   * @param client what to read the database with
   * @param streams those that are still of interest
   * @param upTo how far the handler is, which is as far as anything was held back
   * @return empty where there is nothing left up to there
   */
  List<Delivered> next(SqlClient client, Set<StreamId> streams, Map<Integer, Cursor> upTo);

  @Override
  void close();

  /** From the event table, which knows a stream by its name. */
  final class InTable implements HeldBack {

    private final EventCodec codec;
    private final Map<StreamId, Integer> had;

    /**
     * A reader.
     *
     * @param had the version up to which the handler has each of the streams
     */
    InTable(EventCodec codec, Map<StreamId, Integer> had) {
      this.codec = codec;
      this.had = new HashMap<>(had);
    }

    @Override
    public List<Delivered> next(
        SqlClient client, Set<StreamId> streams, Map<Integer, Cursor> upTo) {
      Map<StreamId, Integer> wanted = new HashMap<>();
      streams.forEach(stream -> wanted.put(stream, had.getOrDefault(stream, 0)));
      List<Committed> events =
          EventLog.ofStreams(client, wanted, upTo.getOrDefault(0, Cursor.START), CHUNK)
              .await()
              .atMost(LIMIT);
      events.forEach(at -> had.put(at.event().stream(), at.event().version()));
      return Delivered.own(codec, events).await().atMost(LIMIT);
    }

    @Override
    public void close() {
      // Holds nothing.
    }
  }

  /** From the partitions they are in: from the first that was held back, past all the others. */
  final class OnTopic implements HeldBack {

    private static final Duration POLL = Duration.ofMillis(200);

    private final RecordReader reader;
    private final Consumer<byte[], byte[]> consumer;

    OnTopic(Source source, Iterable<Place> places, EventCodec codec, Map<String, Object> kafka) {
      this.reader = new RecordReader(codec);
      Map<TopicPartition, Long> from = new HashMap<>();
      for (Place place : places) {
        TopicPartition partition = new TopicPartition(source.topic().address(), place.partition());
        from.merge(partition, place.position(), Math::min);
      }
      this.consumer = new KafkaConsumer<>(TopicReader.settings(kafka));
      consumer.assign(from.keySet());
      from.forEach(consumer::seek);
    }

    @Override
    public List<Delivered> next(
        SqlClient client, Set<StreamId> streams, Map<Integer, Cursor> upTo) {
      List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
      Instant deadline = Instant.now().plus(LIMIT);
      while (found.size() < CHUNK && isBefore(upTo)) {
        for (TopicPartition partition : consumer.assignment()) {
          if (consumer.position(partition) > last(partition, upTo)) {
            consumer.pause(List.of(partition));
          } else {
            consumer.resume(List.of(partition));
          }
        }
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          deadline = Instant.now().plus(LIMIT);
          StreamId stream = CloudEvent.stream(record);
          if (stream != null && streams.contains(stream) && isWithin(record, upTo)) {
            found.add(record);
          }
        }
        rewind(upTo);
        if (Instant.now().isAfter(deadline)) {
          throw new KafkaException("the broker has nothing to say");
        }
      }
      return found.isEmpty() ? List.of() : reader.read(found).await().atMost(LIMIT);
    }

    private boolean isBefore(Map<Integer, Cursor> upTo) {
      return consumer.assignment().stream()
          .anyMatch(partition -> consumer.position(partition) <= last(partition, upTo));
    }

    private boolean isWithin(ConsumerRecord<?, ?> record, Map<Integer, Cursor> upTo) {
      return record.offset() <= last(new TopicPartition("", record.partition()), upTo);
    }

    /** What the handler has yet to meet may be held back later: it is read again then. */
    private void rewind(Map<Integer, Cursor> upTo) {
      for (TopicPartition partition : consumer.assignment()) {
        long last = last(partition, upTo);
        if (consumer.position(partition) > last + 1) {
          consumer.seek(partition, last + 1);
        }
      }
    }

    private static long last(TopicPartition partition, Map<Integer, Cursor> upTo) {
      return upTo.getOrDefault(partition.partition(), Cursor.START).position();
    }

    @Override
    public void close() {
      consumer.close();
    }
  }
}
