package dev.rebound.delivery;

import static dev.rebound.delivery.History.await;
import static dev.rebound.delivery.History.awaitThat;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.events.Topic;
import dev.rebound.eventstore.Servers;
import dev.rebound.eventstore.postgres.EventLog;
import dev.rebound.eventstore.postgres.EventLog.Cursor;
import dev.rebound.eventstore.postgres.SealedEvent.Committed;
import dev.rebound.eventstore.relay.CloudEvent;
import dev.rebound.eventstore.relay.Relay;
import dev.rebound.localstack.Throwaway;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The broker goes away while a topic is read. */
class BrokerAwayIT {

  private static final Topic TOPIC = Topic.FEEDBACK;
  private static final int ROUNDS = 8;

  private static final String WAITS =
      """
      exists (
        select from pg_locks l join pg_database d on d.oid = l.database
        where datname = current_database() and not granted)
      """;

  private static final String WRITES =
      """
      exists (
        select from pg_stat_activity
        where datname = current_database() and backend_xid is not null)
      """;

  private final History writer = new History(25);
  private final History service = writer.onEmptyDatabase();

  @AfterEach
  void brokerIsThere() {
    Throwaway.startAndAwait(Servers.kafka());
  }

  @Test
  void a_rebuild_fails_and_leaves_everything_as_it_was() throws Exception {
    publish();
    Tally tally = new Tally(true, TOPIC);
    takeIn(tally);
    String live = Tally.hash(service.pool);
    Read read = new Read(() -> Servers.kafka().stop());

    assertThatThrownBy(() -> rebuild(tally, read, Long.MAX_VALUE))
        .isInstanceOf(IllegalStateException.class)
        .cause()
        .isInstanceOf(KafkaException.class)
        .hasMessageContaining(TOPIC.address() + " could not be read");

    assertThat(read.events()).isPositive();
    assertThat(Tally.hash(service.pool)).isEqualTo(live);
    assertThat(schemasOfRebuilds()).isZero();
    brokerIsThere();
    // In passes, each of which reads the topic.
    rebuild(tally, new Read(), 2 * 3_000);
    assertThat(tally.passes()).isGreaterThan(History.PARTITIONS);
    assertThat(Tally.hash(service.pool)).isEqualTo(live);
  }

  @Test
  void a_restoration_gives_its_transaction_up_and_begins_again() throws Exception {
    publish();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      SqlConnection holding = await(service.pool.getConnection());
      Transaction held = await(holding.begin());
      await(holding.query("lock table event in share mode").execute());
      Future<Long> restored =
          threads.submit(() -> new Restoration(TOPIC, service.pool, slowly()).run(Set.of()));
      // It has read something, and waits with it.
      awaitThat(() -> isTrue(WAITS));

      Servers.kafka().stop();
      await(held.commit());
      holding.closeAndForget();
      awaitThat(() -> isTrue(WRITES));
      awaitThat(() -> !isTrue(WRITES));

      assertThat(restored).isNotDone();
      brokerIsThere();
      assertThat(restored.get()).isEqualTo((long) ROUNDS * writer.streams.size());
    }
    assertThat(service.ids()).isEqualTo(writer.ids());
  }

  private boolean isTrue(String condition) {
    return service
        .pool
        .query("select " + condition + " as holds")
        .executeAndAwait()
        .iterator()
        .next()
        .getBoolean("holds");
  }

  /** Each event as a batch of its own, so that they can be had one by one. */
  private void publish() throws Exception {
    try (Relay relay = writer.relay(TOPIC)) {
      relay.start();
      History.awaitTopic(TOPIC);
    }
    History.clear(TOPIC);
    writer.append(0, ROUNDS);
    Map<String, Object> settings = new HashMap<>(History.kafka());
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 0);
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    try (Producer<byte[], byte[]> producer = new KafkaProducer<>(settings)) {
      awaitThat(() -> appended().size() == ROUNDS * writer.streams.size());
      for (Committed event : appended()) {
        producer.send(CloudEvent.toRecord(TOPIC, event)).get();
      }
    }
  }

  private List<Committed> appended() {
    return await(EventLog.after(writer.pool, Cursor.START, 1_000));
  }

  private void takeIn(Tally tally) throws Exception {
    Pool pool = service.pool;
    AppliedEvents notes =
        new AppliedEvents(pool, Topic.INSIGHTS, List.of(tally), List.of(), () -> false);
    try (TopicReader reader = new TopicReader(History.kafka(), TOPIC);
        TopicConsumer consumer =
            new TopicConsumer(
                TOPIC,
                pool,
                service.codec,
                List.of(
                    new ProjectionDelivery(
                        tally, new Delivery.Tools(pool, DeadLetters.none(), notes))))) {
      reader.read(
          Map.of(),
          reader.ends(),
          batch ->
              await(
                  consumer.accept(
                      new ConsumerRecords<>(
                          batch.stream()
                              .collect(
                                  groupingBy(it -> new TopicPartition(it.topic(), it.partition()))),
                          Map.of()))));
    }
    assertThat(Tally.in(pool)).isEqualTo(writer.ids());
  }

  private void rebuild(Tally tally, Read read, long room) throws InterruptedException {
    new Rebuild(
            Topic.INSIGHTS,
            service.pool,
            Records.copies(service.database),
            service.codec,
            service.sealing,
            slowly(),
            room)
        .run(tally, read);
  }

  /** What is not asked for yet does not come. */
  private static Map<String, Object> slowly() {
    Map<String, Object> settings = new HashMap<>(History.kafka());
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 1);
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1);
    return settings;
  }

  private long schemasOfRebuilds() {
    return service
        .pool
        .query("select count(*) as n from pg_namespace where nspname ~ '^(rebuild|replaced) '")
        .executeAndAwait()
        .iterator()
        .next()
        .getLong("n");
  }
}
