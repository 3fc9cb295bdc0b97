package dev.rebound.delivery;

import dev.rebound.delivery.Delivery.Source;
import dev.rebound.delivery.TopicConsumer.RecordReader;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.postgres.EventCodec;
import dev.rebound.eventstore.postgres.EventLog;
import dev.rebound.eventstore.postgres.EventLog.Cursor;
import dev.rebound.eventstore.postgres.SealedEvent;
import dev.rebound.eventstore.postgres.SealedEvent.Committed;
import dev.rebound.eventstore.postgres.SessionLock;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Folds a projection anew beside the live one, and then puts the new tables in the place of the old
 * ones. Reads never fail meanwhile, and the live projection goes on until the moment of the switch.
 *
 * <p>The copy follows the live watermarks and never passes them. For the switch these are locked,
 * which stops the live projection for as long as the last few events take; then both are at the
 * same place, and the switch and its notes are one transaction. A rebuild that dies leaves nothing
 * but tables that the next one drops.
 */
public final class Rebuild {

  private static final int BATCH = 5_000;
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(200);

  private final Source own;
  private final Pool pool;
  private final EventCodec codec;
  private final Map<String, Object> kafka;

  /** Rebuilds projections in the pool's database, from its own events and from the broker's. */
  public Rebuild(Topic own, Pool pool, EventCodec codec, Map<String, Object> kafka) {
    this.own = Source.own(own);
    this.pool = pool;
    this.codec = codec;
    this.kafka = Map.copyOf(kafka);
  }

  /**
   * Rebuilds and switches. Blocking, for as long as history is.
   *
   * @param progress is told how many events were read so far
   * @throws IllegalStateException where another rebuild runs, or the tables are tied to others
   */
  public void run(Projection projection, LongConsumer progress) throws InterruptedException {
    SessionLock lock =
        SessionLock.tryTake(pool, "rebound rebuild " + projection.name())
            .orElseThrow(() -> new IllegalStateException("it is being rebuilt already"));
    try (lock) {
      ShadowTables shadow = new ShadowTables(projection);
      shadow.create(pool).await().atMost(LIMIT);
      try (Run run = new Run(projection, shadow, progress)) {
        run.follow();
        run.switchOver();
      }
      shadow.drop(pool).await().atMost(LIMIT);
    }
  }

  /** One rebuild. */
  private final class Run implements AutoCloseable {

    private final Projection live;
    private final ShadowTables shadow;
    private final ProjectionDelivery delivery;
    private final LongConsumer progress;
    private final RecordReader reader = new RecordReader(codec);
    private final Map<Topic, Consumer<byte[], byte[]>> consumers = new HashMap<>();
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private Cursor ownCursor = Cursor.START;
    private long read;

    Run(Projection live, ShadowTables shadow, LongConsumer progress) {
      this.live = live;
      this.shadow = shadow;
      this.progress = progress;
      AppliedEvents nobodyWaits =
          new AppliedEvents(pool, own.topic(), List.of(), List.of(), () -> false);
      this.delivery =
          new ProjectionDelivery(shadow, new Delivery.Tools(pool, DeadLetters.none(), nobodyWaits));
    }

    /** Reads up to where the live projection is, until there is next to nothing left. */
    void follow() throws InterruptedException {
      long before;
      do {
        before = read;
        catchUp();
      } while (read - before > BATCH);
    }

    /** Stops the live projection, reads what is left, and switches. */
    void switchOver() throws InterruptedException {
      beginEverywhere();
      SqlConnection connection = pool.getConnection().await().atMost(LIMIT);
      try {
        Transaction transaction = connection.begin().await().atMost(LIMIT);
        connection
            .preparedQuery("select 1 from watermark where handler = $1 for update")
            .execute(Tuple.of(live.name()))
            .await()
            .atMost(LIMIT);
        catchUp();
        shadow.swap(connection).await().atMost(LIMIT);
        transaction.commit().await().atMost(LIMIT);
      } finally {
        // Where it has not come to the commit, this rolls back.
        connection.closeAndForget();
      }
    }

    /**
     * What does not exist cannot be locked: a partition that is met for the first time just now.
     */
    private void beginEverywhere() {
      for (Topic topic : live.topics()) {
        Source source = topic == own.topic() ? own : Source.of(topic);
        Set<Integer> partitions =
            topic == own.topic()
                ? Set.of(0)
                : partitions(source).stream()
                    .map(TopicPartition::partition)
                    .collect(Collectors.toSet());
        Bookkeeping.begin(pool, live.name(), source.name(), partitions).await().atMost(LIMIT);
      }
    }

    private List<TopicPartition> partitions(Source source) {
      List<TopicPartition> partitions = new ArrayList<>();
      for (PartitionInfo info : consumer(source).partitionsFor(source.topic().address())) {
        partitions.add(new TopicPartition(info.topic(), info.partition()));
      }
      return partitions;
    }

    private Consumer<byte[], byte[]> consumer(Source source) {
      return consumers.computeIfAbsent(source.topic(), topic -> Rebuild.this.consumer());
    }

    private void catchUp() throws InterruptedException {
      for (Topic topic : live.topics()) {
        if (topic == own.topic()) {
          catchUpWithOwn();
        } else {
          catchUpWith(Source.of(topic));
        }
      }
    }

    private void catchUpWithOwn() throws InterruptedException {
      Cursor target = target(own).getOrDefault(0, Cursor.START);
      while (target.isAfter(ownCursor)) {
        List<Committed> events =
            EventLog.after(pool, ownCursor, BATCH).await().atMost(LIMIT).stream()
                .filter(event -> !event.at().isAfter(target))
                .toList();
        List<SealedEvent> sealed = events.stream().map(Committed::event).toList();
        var opened = codec.openEach(sealed).await().atMost(LIMIT);
        List<Delivered> batch = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
          batch.add(Delivered.of(0, events.get(i).at(), sealed.get(i), opened.get(i)));
        }
        deliver(own, batch);
        ownCursor = events.getLast().at();
      }
    }

    private void catchUpWith(Source source) throws InterruptedException {
      Map<Integer, Cursor> targets = target(source);
      Consumer<byte[], byte[]> consumer = consumer(source);
      List<TopicPartition> partitions = partitions(source);
      consumer.assign(partitions);
      partitions.forEach(partition -> consumer.seek(partition, next.getOrDefault(partition, 0L)));
      while (partitions.stream().anyMatch(partition -> isBefore(partition, targets))) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          TopicPartition partition = new TopicPartition(record.topic(), record.partition());
          if (isBefore(partition, targets)) {
            records.add(record);
            next.put(partition, record.offset() + 1);
          }
        }
        if (!records.isEmpty()) {
          deliver(source, reader.read(records).await().atMost(LIMIT));
        }
      }
    }

    private boolean isBefore(TopicPartition partition, Map<Integer, Cursor> targets) {
      long last = targets.getOrDefault(partition.partition(), Cursor.START).position();
      return next.getOrDefault(partition, 0L) <= last;
    }

    private Map<Integer, Cursor> target(Source source) {
      return Bookkeeping.watermarks(pool, live.name(), source.name()).await().atMost(LIMIT);
    }

    private void deliver(Source source, List<Delivered> batch) throws InterruptedException {
      delivery.deliver(source, batch);
      read += batch.size();
      progress.accept(read);
    }

    @Override
    public void close() {
      consumers.values().forEach(Consumer::close);
    }
  }

  private Consumer<byte[], byte[]> consumer() {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    return new KafkaConsumer<>(settings);
  }
}
