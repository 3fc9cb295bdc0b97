package dev.rebound.delivery;

import dev.rebound.events.Topic;
import dev.rebound.eventstore.EventStore.Append;
import dev.rebound.eventstore.Samples;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.EventCodec;
import dev.rebound.eventstore.postgres.EventLog.Cursor;
import dev.rebound.eventstore.postgres.SealedEvent;
import dev.rebound.eventstore.postgres.SealedEvent.Committed;
import dev.rebound.eventstore.relay.CloudEvent;
import dev.rebound.sealing.InMemoryKeyRing;
import io.vertx.pgclient.PgConnectOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.postgresql.ds.PGSimpleDataSource;

/** Records as another service would publish them. */
final class Records {

  static final EventCodec CODEC = new EventCodec(InMemoryKeyRing.sealing());

  private static final Topic TOPIC = Topic.APPLICATIONS;

  private final List<ConsumerRecord<byte[], byte[]>> log = new ArrayList<>();

  /** JDBC connections to a database of the tests. */
  static DataSource copies(PgConnectOptions database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {database.getHost()});
    source.setPortNumbers(new int[] {database.getPort()});
    source.setDatabaseName(database.getDatabase());
    source.setUser(database.getUser());
    source.setPassword(database.getPassword());
    return source;
  }

  /** A stream's event, and its id. */
  static SealedEvent event(StreamId stream, int version) {
    Append append = Samples.append(stream, version - 1);
    return CODEC.seal(append).await().indefinitely().getFirst();
  }

  /** The record of an event, to be changed at will. */
  static ProducerRecord<byte[], byte[]> record(SealedEvent event) {
    return CloudEvent.toRecord(TOPIC, new Committed(new Cursor(1, 1), event));
  }

  /** Writes an event at the end of the partition. */
  SealedEvent add(StreamId stream, int version) {
    SealedEvent event = event(stream, version);
    add(record(event));
    return event;
  }

  /** Writes any record at the end of the partition. */
  void add(ProducerRecord<byte[], byte[]> record) {
    log.add(
        new ConsumerRecord<>(
            TOPIC.address(),
            0,
            log.size(),
            0L,
            TimestampType.CREATE_TIME,
            0,
            0,
            record.key(),
            record.value(),
            record.headers(),
            Optional.empty()));
  }

  /** Writes everything again at the end, as a relay that lost its cursor would. */
  void repeat() {
    List.copyOf(log)
        .forEach(record ->
            add(
                new ProducerRecord<>(
                    TOPIC.address(), null, record.key(), record.value(), record.headers())));
  }

  /** All of it as one batch. */
  ConsumerRecords<byte[], byte[]> batch() {
    return batch(0, log.size());
  }

  /** Some of it as one batch. */
  ConsumerRecords<byte[], byte[]> batch(int from, int to) {
    Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = new LinkedHashMap<>();
    records.put(new TopicPartition(TOPIC.address(), 0), log.subList(from, to));
    return new ConsumerRecords<>(records, Map.of());
  }

  static String id(SealedEvent event) {
    return event.id().toString();
  }

  static UUID candidate(SealedEvent event) {
    return event.candidate();
  }
}
