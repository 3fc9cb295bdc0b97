package dev.rebound.eventstore.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.Topic;
import dev.rebound.eventstore.EventStore;
import dev.rebound.eventstore.EventStore.Append;
import dev.rebound.eventstore.EventStore.NewEvent;
import dev.rebound.eventstore.EventStore.StreamSlice;
import dev.rebound.eventstore.Samples;
import dev.rebound.eventstore.Servers;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.Bell;
import dev.rebound.eventstore.postgres.PostgresEventStore;
import dev.rebound.localstack.LocalKafka;
import dev.rebound.localstack.Throwaway;
import dev.rebound.sealing.Databases;
import dev.rebound.sealing.InMemoryKeyRing;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
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

  /** As a request hands it over. */
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int PARTITIONS = 3;

  /** In bytes: for one record of half a megabyte, and not for another batch beside it. */
  private static final int ROOM_FOR_ONE_LARGE = 700_000;

  private final LocalKafka kafka = Servers.kafka();
  private final Pool pool = Servers.eventStore();
  private final Bell bell = new Bell();
  private final EventStore store =
      new PostgresEventStore(Databases.vertx(), pool, InMemoryKeyRing.sealing(), bell);
  private final List<Relay> relays = new ArrayList<>();

  /** Whose events this test stored: a topic holds those of other tests as well. */
  private final Set<String> appended = new HashSet<>();

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
    Throwaway.startAndAwait(kafka);
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
    assertThat(read.versionsByKey())
        .containsExactly(
            Map.entry(stream.id().toString(), IntStream.rangeClosed(1, 40).boxed().toList()));
  }

  @Test
  void a_record_is_a_cloud_event_with_the_stored_bytes() {
    StreamId stream = Samples.stream();
    Append append = Samples.append(stream, 0);
    appended.add(stream.id().toString());
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
        .doesNotContainKeys("ce_board", "ce_causationid", "traceparent");
    assertThat(record.key()).asString().isEqualTo(stream.id().toString());
    assertThat(record.value()).isEqualTo(storedBytes());
    assertThat(new String(record.value(), StandardCharsets.UTF_8)).doesNotContain(Samples.WORDS);
  }

  @Test
  void a_trace_goes_along_with_its_event_and_whoever_watches_is_told_of_the_batch() {
    Append append = Samples.append(Samples.stream(), 0).within(TRACE);
    appended.add(append.stream().id().toString());
    await(store.append(append));
    List<String> told = new CopyOnWriteArrayList<>();
    Topics topics = new Topics(Map.of("bootstrap.servers", kafka.address()), PARTITIONS, 1);
    Relay relay =
        new Relay(
            Topic.INSIGHTS,
            pool,
            bell,
            topics,
            batch -> {
              told.add(batch.getFirst().event().metadata().trace());
              return failure -> told.add("failure: " + failure);
            });
    relays.add(relay);
    relay.start();

    ConsumerRecord<byte[], byte[]> record = readUntil(Topic.INSIGHTS, 1).records().getFirst();

    assertThat(record.headers().lastHeader("traceparent").value()).asString().isEqualTo(TRACE);
    assertThat(CloudEvent.read(record).metadata().trace()).isEqualTo(TRACE);
    soon("the sending has ended", () -> told.size() == 2);
    assertThat(told).containsExactly(TRACE, "failure: null");
  }

  @Test
  void what_cannot_be_sent_holds_back_what_follows() {
    StreamId warmUp = Samples.stream();
    StreamId stream = Samples.stream();
    startRelay(
        Topic.APPLICATIONS,
        Map.of("bootstrap.servers", kafka.address(), "buffer.memory", ROOM_FOR_ONE_LARGE));
    appendRounds(List.of(warmUp), 0, 1);
    readUntil(Topic.APPLICATIONS, 1);
    kafka.process().kill();
    append(stream, Samples.WORDS, "large ".repeat(70_000), Samples.WORDS);
    soon("it begins again", () -> !relays.getFirst().status().active());
    Throwaway.startAndAwait(kafka);

    Map<String, List<Integer>> versions = readUntil(Topic.APPLICATIONS, 4).versionsByKey();

    assertThat(versions)
        .hasEntrySatisfying(
            stream.id().toString(),
            seen -> assertThat(seen.stream().distinct()).containsExactly(1, 2, 3));
  }

  /** Nobody starts it anew for that, which would not help; its lag tells. */
  @Test
  void a_relay_whose_broker_takes_nothing_waits_and_is_not_stuck() throws Exception {
    StreamId stream = Samples.stream();
    Relay relay = startRelay(Topic.APPLICATIONS);
    appendRounds(List.of(stream), 0, 1);
    readUntil(Topic.APPLICATIONS, 1);
    tellBroker("STOP");
    try {
      appendRounds(List.of(stream), 1, 2);
      soon("it waits", () -> relay.status().lag().toSeconds() >= 2);
      Instant before = Instant.now();

      soon("it has its lock and waits on", () -> relay.status().lastProgress().isAfter(before));

      assertThat(relay.status().active()).isTrue();
      assertThat(relay.status().lag()).isGreaterThan(Duration.ofSeconds(2));
      soon("it makes a client anew", () -> !relay.status().active());
    } finally {
      tellBroker("CONT");
    }
    assertThat(readUntil(Topic.APPLICATIONS, 2).distinct()).isEqualTo(2);
  }

  private void tellBroker(String signal) throws Exception {
    String pid = Long.toString(kafka.process().running().orElseThrow().pid());
    assertThat(new ProcessBuilder("kill", "-" + signal, pid).start().waitFor()).isZero();
  }

  @Test
  void a_relay_that_loses_its_lock_while_it_sends_leaves_the_rest_to_the_next() {
    List<StreamId> streams = Stream.generate(Samples::stream).limit(5).toList();
    startRelay(Topic.APPLICATIONS);
    appendRounds(streams, 0, 10);
    readUntil(Topic.APPLICATIONS, 50);
    kafka.process().kill();
    appendRounds(streams, 10, 20);
    startRelay(Topic.APPLICATIONS);
    endTheSessionOfTheLock();
    Throwaway.startAndAwait(kafka);
    appendRounds(streams, 20, 30);

    Map<String, List<Integer>> versions = readUntil(Topic.APPLICATIONS, 150).versionsByKey();

    assertThat(versions).hasSize(5);
    assertThat(versions.values())
        .allSatisfy(seen ->
            assertThat(seen.stream().distinct())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 30).boxed().toList()));
    // The former notices as it waits for the broker, or as it moves its cursor.
    soon(
        "only one of them relays",
        () -> relays.stream().filter(relay -> relay.status().active()).count() < 2);
  }

  /** As the database does when it fails over. */
  private void endTheSessionOfTheLock() {
    int ended =
        pool.query(
                "select pg_terminate_backend(l.pid) from pg_locks l join pg_database d"
                    + " on d.oid = l.database where l.locktype = 'advisory' and l.granted"
                    + " and d.datname = current_database()")
            .executeAndAwait()
            .rowCount();
    assertThat(ended).isEqualTo(1);
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

  /** One append of several events, which the relay takes in one batch. */
  private void append(StreamId stream, String... notes) {
    appended.add(stream.id().toString());
    List<NewEvent> events =
        Stream.of(notes).map(note -> NewEvent.of(Samples.stage(stream.id(), note))).toList();
    await(store.append(Append.begin(stream, events, Samples.metadata())));
  }

  private static void soon(String what, BooleanSupplier holds) {
    Instant deadline = Instant.now().plus(LIMIT);
    while (!holds.getAsBoolean()) {
      assertThat(Instant.now()).as(what).isBefore(deadline);
      Thread.onSpinWait();
    }
  }

  private Relay startRelay(Topic topic) {
    return startRelay(topic, Map.of("bootstrap.servers", kafka.address()));
  }

  private Relay startRelay(Topic topic, Map<String, Object> settings) {
    Relay relay = new Relay(topic, pool, bell, new Topics(settings, PARTITIONS, 1));
    relays.add(relay);
    relay.start();
    return relay;
  }

  private void appendRounds(List<StreamId> streams, int from, int to) {
    streams.forEach(stream -> appended.add(stream.id().toString()));
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

  /** What this test stored, as it lies on the topic, once so many different events are there. */
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
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          if (appended.contains(new String(record.key(), StandardCharsets.UTF_8))) {
            read.records().add(record);
          }
        }
      }
    }
    return read;
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(LIMIT);
  }
}
