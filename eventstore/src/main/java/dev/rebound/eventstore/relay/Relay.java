package dev.rebound.eventstore.relay;

import dev.rebound.events.Topic;
import dev.rebound.eventstore.Backoff;
import dev.rebound.eventstore.postgres.Bell;
import dev.rebound.eventstore.postgres.Cursor;
import dev.rebound.eventstore.postgres.EventLog;
import dev.rebound.eventstore.postgres.SealedEvent.Committed;
import dev.rebound.eventstore.postgres.SessionLock;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends the service's events to its topic, on a thread of its own, for as long as the service runs.
 * Whatever fails, the database or the broker, it begins again from its cursor, with pauses that
 * grow to five seconds.
 */
public final class Relay implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Relay.class);
  private static final int BATCH = 2_000;
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** How often a relay that is not active asks whether it may be. */
  private static final Duration STANDBY = Duration.ofSeconds(1);

  /** How often a relay that waits for the broker makes sure that it still has the lock. */
  private static final Duration LOCK_CHECK = Duration.ofSeconds(5);

  private static final String READ_CURSOR =
      "select tx, position from watermark where handler = 'relay' and source = $1";

  private static final String MOVE_CURSOR =
      """
      insert into watermark (handler, source, partition, tx, position)
      values ('relay', $1, 0, $2, $3)
      on conflict (handler, source, partition) do update
      set tx = excluded.tx, position = excluded.position, moved_at = now()
      """;

  private final Topic topic;
  private final Pool pool;
  private final Bell bell;
  private final Topics topics;
  private final Thread thread;
  private volatile boolean closed;
  private volatile boolean active;
  private volatile Instant lastProgress = Instant.now();
  private volatile @Nullable Instant oldestUnsent;

  /** A relay of the events in the pool's database to this topic; {@link #start()} sets it going. */
  public Relay(Topic topic, Pool pool, Bell bell, Topics topics) {
    this.topic = topic;
    this.pool = pool;
    this.bell = bell;
    this.topics = topics;
    this.thread = Thread.ofPlatform().name("relay").daemon().unstarted(this::run);
  }

  /** Begins to relay. */
  public void start() {
    thread.start();
  }

  /**
   * How it stands.
   *
   * @param active whether this process is the one that relays
   * @param lag the age of the oldest event that is not acknowledged; zero where there is none
   * @param lastProgress when it last sent something or found that nothing was left
   */
  public record Status(boolean active, Duration lag, Instant lastProgress) {}

  /** How it stands now. */
  public Status status() {
    Instant oldest = oldestUnsent;
    Duration lag = oldest == null ? Duration.ZERO : Duration.between(oldest, Instant.now());
    return new Status(active, lag.isNegative() ? Duration.ZERO : lag, lastProgress);
  }

  /** Stops within seconds; what was not acknowledged is sent by whoever relays next. */
  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.interrupt();
    thread.join(LIMIT);
  }

  private void run() {
    Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
    while (!closed) {
      try {
        Optional<SessionLock> lock = SessionLock.tryTake(pool, "rebound relay " + topic.address());
        if (lock.isEmpty()) {
          TimeUnit.NANOSECONDS.sleep(STANDBY.toNanos());
          continue;
        }
        try (SessionLock held = lock.get()) {
          relay(held.connection(), backoff);
        }
      } catch (InterruptedException stopped) {
        return;
      } catch (ExecutionException | TimeoutException | RuntimeException | Error failure) {
        LOG.warnf("The relay begins again: %s", reason(failure));
        pause(backoff);
      } finally {
        active = false;
      }
    }
  }

  private void relay(SqlConnection connection, Backoff backoff)
      throws ExecutionException, InterruptedException, TimeoutException {
    topics.ensure(topic);
    // Losing a move of the cursor costs a repeat, so it need not wait for the disk.
    connection.query("set synchronous_commit = off").execute().await().atMost(LIMIT);
    active = true;
    Producer<byte[], byte[]> producer = new KafkaProducer<>(settings());
    try {
      drain(connection, producer, backoff);
    } finally {
      // At once: a record still on its way would come after those of the next relay.
      producer.close(Duration.ZERO);
    }
  }

  private void drain(SqlConnection connection, Producer<byte[], byte[]> producer, Backoff backoff)
      throws ExecutionException, InterruptedException, TimeoutException {
    Bell.Listener listener = bell.listen();
    listener.look();
    Cursor cursor = cursor(connection);
    CompletableFuture<List<Committed>> next = fetch(connection, cursor);
    while (!closed) {
      List<Committed> batch = next.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
      if (batch.isEmpty()) {
        oldestUnsent = null;
        lastProgress = Instant.now();
        listener.await();
        listener.look();
        next = fetch(connection, cursor);
      } else {
        listener.found();
        cursor = batch.getLast().at();
        listener.look();
        next = fetch(connection, cursor); // while the broker writes
        send(connection, producer, batch);
      }
      backoff.reset();
    }
  }

  private void send(
      SqlConnection connection, Producer<byte[], byte[]> producer, List<Committed> batch)
      throws InterruptedException, ExecutionException {
    oldestUnsent = batch.getFirst().event().metadata().time();
    AtomicReference<@Nullable Exception> failed = new AtomicReference<>();
    List<Future<RecordMetadata>> sent = handOver(producer, batch, failed, topic);
    int acknowledged = 0;
    try {
      while (acknowledged < sent.size()) {
        await(sent.get(acknowledged), connection);
        acknowledged++;
      }
    } catch (ExecutionException refused) {
      failed.compareAndSet(null, refused);
    }
    if (acknowledged > 0) {
      moveCursor(connection, batch.get(acknowledged - 1).at());
      lastProgress = Instant.now();
    }
    Exception failure = failed.get();
    if (failure != null) {
      throw new ExecutionException(failure);
    }
  }

  /**
   * Hands a batch to the producer, up to the first record that fails. None after it may be sent
   * before it, so the failure closes the producer: what it still holds is dropped, and what is on
   * its way in the same partition is refused by the broker for the gap in its sequence.
   */
  private static List<Future<RecordMetadata>> handOver(
      Producer<byte[], byte[]> producer,
      List<Committed> batch,
      AtomicReference<@Nullable Exception> failed,
      Topic topic) {
    List<Future<RecordMetadata>> sent = new ArrayList<>(batch.size());
    Callback closing =
        (done, failure) -> {
          if (failure != null && failed.compareAndSet(null, failure)) {
            producer.close(Duration.ZERO);
          }
        };
    try {
      for (Committed committed : batch) {
        sent.add(producer.send(CloudEvent.toRecord(topic, committed), closing));
        if (failed.get() != null) {
          break;
        }
      }
    } catch (KafkaException | IllegalStateException closed) {
      failed.compareAndSet(null, closed);
    }
    return sent;
  }

  /** Waits for as long as it takes, but not on without the lock: the next relay sends it again. */
  private static void await(Future<RecordMetadata> sent, SqlConnection lock)
      throws InterruptedException, ExecutionException {
    while (true) {
      try {
        sent.get(LOCK_CHECK.toSeconds(), TimeUnit.SECONDS);
        return;
      } catch (TimeoutException slow) {
        lock.query("select 1").execute().await().atMost(LIMIT);
      }
    }
  }

  private Cursor cursor(SqlConnection connection) {
    for (Row row :
        connection
            .preparedQuery(READ_CURSOR)
            .execute(Tuple.of(topic.address()))
            .await()
            .atMost(LIMIT)) {
      return new Cursor(row.getLong("tx"), row.getLong("position"));
    }
    return Cursor.START;
  }

  private static CompletableFuture<List<Committed>> fetch(SqlConnection connection, Cursor cursor) {
    return EventLog.after(connection, cursor, BATCH).subscribeAsCompletionStage();
  }

  private void moveCursor(SqlConnection connection, Cursor cursor) {
    connection
        .preparedQuery(MOVE_CURSOR)
        .execute(Tuple.of(topic.address(), cursor.tx(), cursor.position()))
        .await()
        .atMost(LIMIT);
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>(topics.kafka());
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
    // Never give up on a record: one that is given up lets the ones after it pass.
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
    settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000);
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    return settings;
  }

  private void pause(Backoff backoff) {
    try {
      backoff.pause();
    } catch (InterruptedException stopped) {
      closed = true;
    }
  }

  /** Kinds of failures only: a message may quote a record. */
  private static String reason(Throwable failure) {
    Throwable cause = failure.getCause();
    String kind = failure.getClass().getSimpleName();
    return cause == null ? kind : kind + " by " + reason(cause);
  }
}
