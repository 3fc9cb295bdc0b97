package dev.rebound.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.events.Topic;
import dev.rebound.eventstore.postgres.Bell;
import dev.rebound.eventstore.postgres.EventCodec;
import dev.rebound.eventstore.relay.Relay;
import dev.rebound.sealing.Databases;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A projection is folded anew and switched while it is written and read. */
class RebuildIT {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Topic OWN = Topic.APPLICATIONS;

  private static final String CLOSED =
      """
      alter table tally enable row level security, force row level security;
      create policy scope on tally using (current_setting('rebound.all_boards', true) = 'on')
      """;

  private final History history = new History(20);
  private final Pool pool = history.pool;
  private final EventCodec codec = history.codec;
  private final Bell bell = history.bell;
  private final Tally tally = new Tally(OWN);
  private final AppliedEvents applied =
      new AppliedEvents(pool, OWN, List.of(tally), List.of(), () -> false);

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
      history.append(0, 30);
      Future<List<UUID>> writing = threads.submit(() -> history.append(30, 90));
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

        awaitApplied(writing.get());
        assertThat(read.events()).isGreaterThanOrEqualTo(20L * 30);
      } finally {
        stop.set(true);
      }
      reading.get();
      assertThat(reads.get()).isPositive();
      assertThat(Tally.in(pool)).isEqualTo(history.ids());
    }
  }

  @ParameterizedTest
  @MethodSource("both")
  void a_rebuild_mends_rows_that_went_wrong_and_counts_them(Tally projection) throws Exception {
    takeIn(4);
    pool.query(
            "update tally set ids = 'spoiled' where candidate in (select candidate from tally limit 3)")
        .executeAndAwait();
    pool.query(
            "delete from tally where ctid in (select ctid from tally where ids <> 'spoiled' limit 2)")
        .executeAndAwait();

    long differing = rebuild().run(projection, new Read()).differing();

    assertThat(differing).isEqualTo(5);
    assertThat(Tally.in(pool)).isEqualTo(history.ids());
    assertThat(rebuild().run(projection, new Read()).differing()).isZero();
  }

  @ParameterizedTest
  @MethodSource("both")
  void a_rebuild_that_dies_in_the_middle_harms_nothing(Tally projection) throws Exception {
    takeIn(21);
    String before = Tally.hash(pool);
    Pool own = Databases.pool(history.database);

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
    assertThat(rebuild().run(projection, new Read()).differing()).isZero();
    assertThat(Tally.hash(pool)).isEqualTo(before);
    assertThat(leftovers()).isZero();
  }

  @ParameterizedTest
  @MethodSource("both")
  void a_rebuild_that_dies_after_the_switch_harms_nothing(Tally projection) throws Exception {
    takeIn(3);
    pool.query("update tally set ids = 'spoiled'").executeAndAwait();
    Pool own = Databases.pool(history.database);
    Read dying =
        new Read() {
          @Override
          public void switched() {
            own.close().await().atMost(LIMIT);
          }
        };

    assertThatThrownBy(() -> rebuild(own, Map.of()).run(projection, dying))
        .isInstanceOf(RuntimeException.class);

    assertThat(Tally.in(pool)).isEqualTo(history.ids());
    assertThat(rebuild().run(projection, new Read()).differing()).isZero();
    assertThat(leftovers()).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"FEEDBACK", "INSIGHTS"})
  void what_came_from_another_service_is_read_again_from_its_topic(Topic topic) throws Exception {
    boolean inMemory = topic == Topic.INSIGHTS;
    History.clear(topic);
    Tally foreign = new Tally(inMemory, topic);
    AppliedEvents notes = new AppliedEvents(pool, OWN, List.of(foreign), List.of(), () -> false);
    Map<String, Object> kafka = History.kafka();
    history.append(0, 10);
    try (Relay relay = history.relay(topic);
        TopicConsumer consumer =
            new TopicConsumer(
                topic,
                pool,
                codec,
                List.of(
                    new ProjectionDelivery(
                        foreign, new Delivery.Tools(pool, DeadLetters.none(), notes))));
        KafkaConsumer<byte[], byte[]> records = History.consumer(topic)) {
      relay.start();
      Instant deadline = Instant.now().plus(LIMIT);
      while (!Tally.in(pool).equals(history.ids())) {
        assertThat(Instant.now())
            .as("applied %s, stored %s", counts(Tally.in(pool)), counts(history.ids()))
            .isBefore(deadline);
        History.await(consumer.accept(records.poll(Duration.ofMillis(200))));
      }
    }
    pool.query("delete from tally").executeAndAwait();

    rebuild(pool, kafka).run(foreign, new Read());

    assertThat(Tally.in(pool)).isEqualTo(history.ids());
  }

  @ParameterizedTest
  @MethodSource("both")
  void the_new_tables_are_as_closed_as_the_old_ones_were(Tally projection) throws Exception {
    pool.query(CLOSED).executeAndAwait();
    takeIn(2);
    Pool overAllBoards =
        Databases.pool(new PgConnectOptions(history.database).addProperty(AllBoards.SETTING, "on"));

    long differing = rebuild().run(projection, new Read()).differing();

    assertThat(differing).isZero();
    assertThat(Tally.in(pool)).isEmpty();
    assertThat(Tally.in(overAllBoards)).isEqualTo(history.ids());
    assertThat(policies()).isEqualTo("tally: scope for ALL, enforced");
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

  private static List<Integer> counts(Map<UUID, List<String>> ids) {
    return ids.values().stream().map(List::size).toList();
  }

  /** Has the live projection take in so many rounds. */
  private void takeIn(int rounds) throws Exception {
    history.append(0, rounds - 1);
    try (OwnFeed feed = new OwnFeed(OWN, pool, bell, codec)) {
      feed.start(List.of(delivery()));
      awaitApplied(history.append(rounds - 1, rounds));
    }
  }

  /** Each, since those of a round are committed in any order. */
  private void awaitApplied(List<UUID> events) {
    for (UUID id : events) {
      assertThat(History.await(applied.await(id, LIMIT))).isTrue();
    }
  }

  private Rebuild rebuild() {
    return rebuild(pool, Map.of());
  }

  private Rebuild rebuild(Pool through, Map<String, Object> kafka) {
    return new Rebuild(
        OWN, through, Records.copies(history.database), codec, history.sealing, kafka);
  }

  private long leftovers() {
    return pool.query(
            "select count(*) as n from pg_namespace where nspname ~ '^(rebuild|replaced) '")
        .executeAndAwait()
        .iterator()
        .next()
        .getLong("n");
  }

  private String policies() {
    return pool.query(
            """
            select p.tablename || ': ' || p.policyname || ' for ' || p.cmd
              || case when c.relforcerowsecurity then ', enforced' else '' end as found
            from pg_policies p join pg_class c on c.oid = format('public.%I', p.tablename)::regclass
            where p.schemaname = 'public'
            """)
        .executeAndAwait()
        .iterator()
        .next()
        .getString("found");
  }

  private Delivery delivery() {
    return new ProjectionDelivery(tally, new Delivery.Tools(pool, DeadLetters.none(), applied));
  }
}
