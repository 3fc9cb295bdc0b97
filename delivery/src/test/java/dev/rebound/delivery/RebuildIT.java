package dev.rebound.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A projection is folded anew and switched while it is written and read. */
class RebuildIT {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Topic OWN = Topic.APPLICATIONS;

  private final PgConnectOptions database = Databases.fresh();
  private final Pool pool = Servers.eventStore(database);
  private final AesSealing sealing = InMemoryKeyRing.sealing();
  private final Bell bell = new Bell();
  private final EventStore store = new PostgresEventStore(Databases.vertx(), pool, sealing, bell);
  private final EventCodec codec = new EventCodec(sealing);
  private final Tally tally = new Tally(OWN);
  private final AppliedEvents applied =
      new AppliedEvents(pool, OWN, List.of(tally), List.of(), () -> false);
  private final List<StreamId> streams = Stream.generate(Samples::stream).limit(20).toList();

  @BeforeEach
  void makeTable() {
    pool.query(Tally.DDL).executeAndAwait();
  }

  /** One that is applied in batches, and one that is folded in memory. */
  private static Stream<Tally> both() {
    return Stream.of(new Tally(OWN), new Tally(true, OWN));
  }

  @ParameterizedTest
  @MethodSource("both")
  void a_rebuild_under_load_equals_the_live_one_and_reads_never_fail(Tally projection)
      throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    AtomicLong reads = new AtomicLong();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        OwnFeed feed = new OwnFeed(OWN, pool, bell, codec)) {
      feed.start(List.of(delivery()));
      appendRounds(0, 30);
      Future<List<UUID>> writing = threads.submit(() -> appendRounds(30, 90));
      Future<?> reading =
          threads.submit(() -> {
            while (!stop.get()) {
              Tally.in(pool);
              reads.incrementAndGet();
            }
          });
      try {
        Read read = new Read();

        rebuild().run(projection, read);

        List<UUID> last = writing.get();
        for (UUID id : last) {
          assertThat(await(applied.await(id, LIMIT))).isTrue();
        }
        assertThat(read.events()).isGreaterThanOrEqualTo(20L * 30);
      } finally {
        stop.set(true);
      }
      reading.get();
      assertThat(reads.get()).isPositive();
      assertThat(Tally.in(pool)).isEqualTo(whatTheStoreHolds());
    }
  }

  @ParameterizedTest
  @MethodSource("both")
  void a_rebuild_mends_rows_that_went_wrong_and_counts_them(Tally projection) throws Exception {
    appendRounds(0, 3);
    try (OwnFeed feed = new OwnFeed(OWN, pool, bell, codec)) {
      feed.start(List.of(delivery()));
      assertThat(await(applied.await(appendRounds(3, 4).getLast(), LIMIT))).isTrue();
    }
    pool.query(
            "update tally set ids = 'spoiled' where candidate in (select candidate from tally limit 3)")
        .executeAndAwait();
    pool.query(
            "delete from tally where ctid in (select ctid from tally where ids <> 'spoiled' limit 2)")
        .executeAndAwait();

    long differing = rebuild().run(projection, new Read());

    assertThat(differing).isEqualTo(5);
    assertThat(Tally.in(pool)).isEqualTo(whatTheStoreHolds());
    assertThat(rebuild().run(projection, new Read())).isZero();
  }

  @ParameterizedTest
  @MethodSource("both")
  void a_rebuild_that_dies_in_the_middle_harms_nothing(Tally projection) throws Exception {
    appendRounds(0, 20);
    try (OwnFeed feed = new OwnFeed(OWN, pool, bell, codec)) {
      feed.start(List.of(delivery()));
      assertThat(await(applied.await(appendRounds(20, 21).getLast(), LIMIT))).isTrue();
    }
    String before = Tally.hash(pool);
    Pool own = Databases.pool(database);

    // As if the process were gone: its connections are, and its threads.
    Read dying =
        new Read(() -> {
          own.close().await().atMost(LIMIT);
          Thread.currentThread().interrupt();
        });
    assertThatThrownBy(() -> rebuild(own, Map.of()).run(projection, dying))
        .isInstanceOf(Exception.class);
    Thread.interrupted();

    assertThat(Tally.hash(pool)).isEqualTo(before);
    assertThat(rebuild().run(projection, new Read())).isZero();
    assertThat(Tally.hash(pool)).isEqualTo(before);
    assertThat(leftovers()).isZero();
  }

  @ParameterizedTest
  @MethodSource("both")
  void a_rebuild_that_dies_after_the_switch_harms_nothing(Tally projection) throws Exception {
    appendRounds(0, 2);
    try (OwnFeed feed = new OwnFeed(OWN, pool, bell, codec)) {
      feed.start(List.of(delivery()));
      assertThat(await(applied.await(appendRounds(2, 3).getLast(), LIMIT))).isTrue();
    }
    pool.query("update tally set ids = 'spoiled'").executeAndAwait();
    Pool own = Databases.pool(database);
    Read dying =
        new Read() {
          @Override
          public void switched() {
            own.close().await().atMost(LIMIT);
          }
        };

    assertThatThrownBy(() -> rebuild(own, Map.of()).run(projection, dying))
        .isInstanceOf(RuntimeException.class);

    assertThat(Tally.in(pool)).isEqualTo(whatTheStoreHolds());
    assertThat(rebuild().run(projection, new Read())).isZero();
    assertThat(leftovers()).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"FEEDBACK", "INSIGHTS"})
  void what_came_from_another_service_is_read_again_from_its_topic(Topic topic) throws Exception {
    boolean inMemory = topic == Topic.INSIGHTS;
    History.clear(topic);
    Tally foreign = new Tally(inMemory, topic);
    AppliedEvents notes = new AppliedEvents(pool, OWN, List.of(foreign), List.of(), () -> false);
    Map<String, Object> kafka = Map.of("bootstrap.servers", Servers.kafka().address());
    appendRounds(0, 10);
    try (Relay relay = new Relay(topic, pool, bell, new Topics(kafka, 3, 1));
        TopicConsumer consumer =
            new TopicConsumer(
                topic,
                pool,
                codec,
                List.of(
                    new ProjectionDelivery(
                        foreign, new Delivery.Tools(pool, DeadLetters.none(), notes))));
        KafkaConsumer<byte[], byte[]> records = new KafkaConsumer<>(consuming(kafka))) {
      relay.start();
      List<TopicPartition> partitions =
          IntStream.range(0, 3).mapToObj(i -> new TopicPartition(topic.address(), i)).toList();
      records.assign(partitions);
      records.seekToBeginning(partitions);
      Instant deadline = Instant.now().plus(LIMIT);
      while (!Tally.in(pool).equals(whatTheStoreHolds())) {
        assertThat(Instant.now()).isBefore(deadline);
        await(consumer.accept(records.poll(Duration.ofMillis(200))));
      }
    }
    pool.query("delete from tally").executeAndAwait();

    rebuild(pool, kafka).run(foreign, new Read());

    assertThat(Tally.in(pool)).isEqualTo(whatTheStoreHolds());
  }

  @Test
  void nothing_is_left_of_a_rebuild() throws Exception {
    rebuild().run(tally, new Read());

    rebuild().run(tally, new Read());

    assertThat(leftovers()).isZero();
  }

  @Test
  void tables_that_are_tied_to_others_are_refused() {
    pool.query("alter table tally add foreign key (candidate) references event (id)")
        .executeAndAwait();

    assertThatThrownBy(() -> rebuild().run(tally, new Read()))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Map<String, Object> consuming(Map<String, Object> kafka) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put("key.deserializer", ByteArrayDeserializer.class);
    settings.put("value.deserializer", ByteArrayDeserializer.class);
    return settings;
  }

  private Rebuild rebuild() {
    return rebuild(pool, Map.of());
  }

  private Rebuild rebuild(Pool through, Map<String, Object> kafka) {
    return new Rebuild(OWN, through, Records.copies(database), codec, sealing, kafka);
  }

  private long leftovers() {
    return pool.query(
            "select count(*) as n from pg_namespace where nspname ~ '^(rebuild|replaced) '")
        .executeAndAwait()
        .iterator()
        .next()
        .getLong("n");
  }

  private Delivery delivery() {
    return new ProjectionDelivery(tally, new Delivery.Tools(pool, DeadLetters.none(), applied));
  }

  /** Appends to every stream once a round; answers the last events' ids. */
  private List<UUID> appendRounds(int from, int to) {
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

  private Map<UUID, List<String>> whatTheStoreHolds() {
    Map<UUID, List<String>> held = new TreeMap<>();
    for (StreamId stream : streams) {
      held.put(
          stream.id(),
          await(store.read(stream)).events().stream().map(e -> e.id().toString()).toList());
    }
    return held;
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(LIMIT);
  }
}
