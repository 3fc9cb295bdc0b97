package dev.rebound.delivery;

import dev.rebound.events.Topic;
import dev.rebound.eventstore.EventStore;
import dev.rebound.eventstore.EventStore.Append;
import dev.rebound.eventstore.EventStore.StreamSlice;
import dev.rebound.eventstore.Samples;
import dev.rebound.eventstore.Servers;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.Bell;
import dev.rebound.eventstore.postgres.EventCodec;
import dev.rebound.eventstore.postgres.PostgresEventStore;
import dev.rebound.eventstore.relay.Relay;
import dev.rebound.eventstore.relay.Topics;
import dev.rebound.sealing.AesSealing;
import dev.rebound.sealing.Databases;
import dev.rebound.sealing.InMemoryKeyRing;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A service's database with an event store in it, and streams that grow a round at a time. */
final class History {

  static final Duration LIMIT = Duration.ofSeconds(60);

  /** Of every topic that a test makes: the broker is the same for all of them. */
  static final int PARTITIONS = 3;

  final PgConnectOptions database = Databases.fresh();
  final Pool pool = Servers.eventStore(database);
  final AesSealing sealing;
  final EventCodec codec;
  final Bell bell = new Bell();
  final EventStore store;
  final List<StreamId> streams;

  /** A new one. */
  History(int streams) {
    this(InMemoryKeyRing.sealing(), Stream.generate(Samples::stream).limit(streams).toList());
  }

  private History(AesSealing sealing, List<StreamId> streams) {
    this.sealing = sealing;
    this.codec = new EventCodec(sealing);
    this.streams = streams;
    this.store = new PostgresEventStore(Databases.vertx(), pool, sealing, bell);
    pool.query(Tally.DDL).executeAndAwait();
  }

  /** The same service after its database was lost; the keys are in another. */
  History onEmptyDatabase() {
    return new History(sealing, streams);
  }

  /** How to reach the broker. */
  static Map<String, Object> kafka() {
    return Map.of("bootstrap.servers", Servers.kafka().address());
  }

  /**
   * Makes sure that nothing is on the topic. The topic stays: one that is deleted and made again is
   * taken for the former one for a while, by whoever knew that.
   */
  static void clear(Topic topic) throws Exception {
    try (Admin admin = Admin.create(kafka());
        TopicReader reader = new TopicReader(kafka(), topic)) {
      Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
      reader
          .ends()
          .forEach((partition, end) ->
              all.put(
                  new TopicPartition(topic.address(), partition),
                  RecordsToDelete.beforeOffset(end.position() + 1)));
      admin.deleteRecords(all).all().get();
    }
  }

  /** Reads all partitions of a topic from their beginning. */
  static KafkaConsumer<byte[], byte[]> consumer(Topic topic) {
    Map<String, Object> settings = new HashMap<>(kafka());
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings);
    consumer.assign(
        IntStream.range(0, PARTITIONS)
            .mapToObj(partition -> new TopicPartition(topic.address(), partition))
            .toList());
    return consumer;
  }

  /** Returns once a relay has made the topic. */
  static void awaitTopic(Topic topic) throws InterruptedException {
    try (TopicReader reader = new TopicReader(kafka(), topic)) {
      awaitThat(() -> reader.partitions().size() == PARTITIONS);
    }
  }

  /** A relay of the events to a topic; to be started and closed. */
  Relay relay(Topic topic) {
    return new Relay(topic, pool, bell, new Topics(kafka(), PARTITIONS, 1));
  }

  /** A rebuild in this database. */
  Rebuild rebuild(Topic own) {
    return new Rebuild(own, pool, Records.copies(database), codec, sealing, kafka());
  }

  /** Appends to every stream once a round; answers the last events' ids. */
  List<UUID> append(int from, int to) {
    List<UUID> last = new ArrayList<>();
    for (int version = from; version < to; version++) {
      last.clear();
      List<Uni<StreamSlice>> appends = new ArrayList<>();
      for (StreamId stream : streams) {
        Append append = Samples.append(stream, version);
        last.add(append.events().getLast().id());
        appends.add(store.append(append));
      }
      await(Uni.join().all(appends).andFailFast());
    }
    return last;
  }

  /** The ids of each stream's events. */
  Map<UUID, List<String>> ids() {
    Map<UUID, List<String>> held = new TreeMap<>();
    for (StreamId stream : streams) {
      held.put(
          stream.id(),
          await(store.read(stream)).events().stream().map(e -> e.id().toString()).toList());
    }
    return held;
  }

  /** Returns once it holds. */
  static void awaitThat(BooleanSupplier holds) throws InterruptedException {
    awaitThat(holds, () -> "not that");
  }

  /** Returns once it holds; where it does not come to that, fails with what there is instead. */
  static void awaitThat(BooleanSupplier holds, Supplier<String> stand) throws InterruptedException {
    Instant deadline = Instant.now().plus(LIMIT);
    while (!holds.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("within " + LIMIT + " it came to " + stand.get());
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  static <T> T await(Uni<T> uni) {
    return uni.await().atMost(LIMIT);
  }
}
