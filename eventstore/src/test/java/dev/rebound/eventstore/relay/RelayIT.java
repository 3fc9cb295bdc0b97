package dev.rebound.eventstore.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.Topic;
import dev.rebound.eventstore.Append;
import dev.rebound.eventstore.EventStore;
import dev.rebound.eventstore.Samples;
import dev.rebound.eventstore.Servers;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.StreamSlice;
import dev.rebound.eventstore.postgres.Bell;
import dev.rebound.eventstore.postgres.PostgresEventStore;
import dev.rebound.eventstore.sealing.AesSealing;
import dev.rebound.eventstore.sealing.InMemoryKeyRing;
import dev.rebound.eventstore.sealing.WrappingKey;
import dev.rebound.localstack.LocalKafka;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is stored reaches the topic, whatever becomes of the broker. */
class RelayIT {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int PARTITIONS = 3;

  private final LocalKafka kafka = Servers.kafka();
  private final Pool pool = Servers.eventStore();
  private final Bell bell = new Bell();
  private final EventStore store =
      new PostgresEventStore(
          Servers.vertx(),
          pool,
          new AesSealing(
              new InMemoryKeyRing(),
              new WrappingKey("dGhpcnR5LXR3byBieXRlcyBvZiBhIHRlc3QgcnVuISE=")),
          bell);
  private final List<Relay> relays = new ArrayList<>();

  @AfterEach
  void close() throws InterruptedException {
    for (Relay relay : relays) {
      relay.close();
    }
  }

  @Test
  void everything_arrives_in_order_though_the_broker_dies_and_two_relays_run() {
    startRelay(Topic.APPLICATIONS);
    startRelay(Topic.APPLICATIONS);
    List<StreamId> streams = Stream.generate(Samples::stream).limit(20).toList();
    appendRounds(streams, 0, 30);
    kafka.process().kill();
    appendRounds(streams, 30, 60);
    Servers.startAndAwait(kafka);
    appendRounds(streams, 60, 70);

    Map<String, List<Integer>> versions =
        readUntil(Topic.APPLICATIONS, streams.size() * 70).versionsByKey();

    assertThat(versions).hasSize(streams.size());
    assertThat(versions.values()).allSatisfy(RelayIT::isCompleteInOrder);
  }

  @Test
  void a_second_relay_goes_on_where_the_first_stopped() throws InterruptedException {
    Relay first = startRelay(Topic.FEEDBACK);
    StreamId stream = Samples.stream();
    appendRounds(List.of(stream), 0, 20);
    readUntil(Topic.FEEDBACK, 20);
    first.close();
    appendRounds(List.of(stream), 20, 40);

    startRelay(Topic.FEEDBACK);

    Read read = readUntil(Topic.FEEDBACK, 40);
    assertThat(read.records()).hasSize(40);
  }

  @Test
  void a_record_is_a_cloud_event_with_the_stored_bytes() {
    StreamId stream = Samples.stream();
    Append append = Samples.append(stream, 0);
    await(store.append(append));
    startRelay(Topic.INSIGHTS);

    ConsumerRecord<byte[], byte[]> record = readUntil(Topic.INSIGHTS, 1).records().getFirst();

    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
    }
    assertThat(headers)
        .containsEntry("ce_specversion", "1.0")
        .containsEntry("ce_id", append.events().getFirst().id().toString())
        .containsEntry("ce_type", "rebound.StageReached.v1")
        .containsEntry("ce_source", "/insights-service")
        .containsEntry("ce_subject", stream.toString())
        .containsEntry("ce_time", append.metadata().time().toString())
        .containsEntry("ce_partitionkey", stream.id().toString())
        .containsEntry("ce_correlationid", append.metadata().correlationId().toString())
        .containsEntry("ce_streamversion", "1")
        .containsEntry("content-type", "application/json")
        .containsKey("ce_position")
        .doesNotContainKeys("ce_board", "ce_causationid");
    assertThat(record.key()).asString().isEqualTo(stream.id().toString());
    assertThat(record.value()).isEqualTo(storedBytes());
    assertThat(new String(record.value(), StandardCharsets.UTF_8)).doesNotContain(Samples.WORDS);
  }

  private static void isCompleteInOrder(List<Integer> versions) {
    List<Integer> first = versions.stream().distinct().toList();
    assertThat(first).hasSize(70).isSorted();
  }

  private byte[] storedBytes() {
    return pool.query("select data from event")
        .executeAndAwait()
        .iterator()
        .next()
        .getBuffer("data")
        .getBytes();
  }

  private Relay startRelay(Topic topic) {
    Map<String, Object> settings = Map.of("bootstrap.servers", kafka.address());
    Relay relay = new Relay(topic, pool, bell, new Topics(settings, PARTITIONS, 1));
    relays.add(relay);
    relay.start();
    return relay;
  }

  private void appendRounds(List<StreamId> streams, int from, int to) {
    for (int version = from; version < to; version++) {
      List<Uni<StreamSlice>> appends = new ArrayList<>();
      for (StreamId stream : streams) {
        appends.add(store.append(Samples.append(stream, version)));
      }
      await(Uni.join().all(appends).andFailFast());
    }
  }

  private record Read(List<ConsumerRecord<byte[], byte[]>> records) {

    long distinct() {
      return records.stream().map(CloudEvent::id).distinct().count();
    }

    Map<String, List<Integer>> versionsByKey() {
      Map<String, List<Integer>> versions = new HashMap<>();
      for (ConsumerRecord<byte[], byte[]> record : records) {
        versions
            .computeIfAbsent(
                new String(record.key(), StandardCharsets.UTF_8), none -> new ArrayList<>())
            .add(CloudEvent.read(record).version());
      }
      return versions;
    }
  }

  /** Everything on the topic, once so many different events are there. */
  private Read readUntil(Topic topic, int events) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            kafka.address(),
            "key.deserializer",
            ByteArrayDeserializer.class,
            "value.deserializer",
            ByteArrayDeserializer.class);
    Read read = new Read(new ArrayList<>());
    Instant deadline = Instant.now().plus(LIMIT);
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
      List<TopicPartition> partitions = new ArrayList<>();
      for (int partition = 0; partition < PARTITIONS; partition++) {
        partitions.add(new TopicPartition(topic.address(), partition));
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (read.distinct() < events) {
        assertThat(Instant.now()).as("events are missing after a minute").isBefore(deadline);
        consumer.poll(Duration.ofMillis(200)).forEach(read.records()::add);
      }
    }
    return read;
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(LIMIT);
  }
}
