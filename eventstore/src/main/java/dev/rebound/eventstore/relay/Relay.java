package dev.rebound.eventstore.relay;

import dev.rebound.events.Topic;
import dev.rebound.eventstore.Backoff;
import dev.rebound.eventstore.postgres.Bell;
import dev.rebound.eventstore.postgres.EventLog;
import dev.rebound.eventstore.postgres.EventLog.Cursor;
import dev.rebound.eventstore.postgres.SealedEvent.Committed;
import dev.rebound.eventstore.postgres.SessionLock;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
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
  private final Watch watch;
  private final Thread thread;
  private volatile boolean closed;
  private volatile boolean active;
  private volatile Instant lastProgress = Instant.now();
  private volatile @Nullable Instant oldestUnsent;

  /** Whoever wants to know of each batch that is sent. Must be quick. */
  @FunctionalInterface
  public interface Watch {

    /**
     * A batch is about to be sent.
     *
     * @return told once how that ended: by what failure, or null where the broker has all of it
     */
    Consumer<@Nullable Throwable> begin(List<Committed> batch);
  }

  /** A relay of the events in the pool's database to this topic; {@link #start()} sets it going. */
  public Relay(Topic topic, Pool pool, Bell bell, Topics topics) {
    this(topic, pool, bell, topics, batch -> failure -> {});
  }

  /** The same, watched. */
  public Relay(Topic topic, Pool pool, Bell bell, Topics topics, Watch watch) {
    this.topic = topic;
    this.pool = pool;
    this.bell = bell;
    this.topics = topics;
    this.watch = watch;
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
   * @param lastProgress when it last sent something, found that nothing was left, or waited for the
   *     broker and still had its lock
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
          oldestUnsent = null; // Another process sends them, and knows.
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
    lastProgress = Instant.now();
    active = true;
    try (OrderedSender sender = new OrderedSender(topic, topics.kafka())) {
      drain(connection, sender, backoff);
    }
  }

  private void drain(SqlConnection connection, OrderedSender sender, Backoff backoff)
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
        listener.found(batch.size() < BATCH);
        cursor = batch.getLast().at();
        if (batch.size() == BATCH) {
          listener.look();
          next = fetch(connection, cursor); // while the broker writes
          send(connection, sender, batch);
        } else {
          send(connection, sender, batch);
          listener.look();
          next = fetch(connection, cursor);
        }
      }
      backoff.reset();
    }
  }

  private void send(SqlConnection connection, OrderedSender sender, List<Committed> batch)
      throws InterruptedException, ExecutionException {
    oldestUnsent = batch.getFirst().event().metadata().time();
    Consumer<@Nullable Throwable> ended = watch.begin(batch);
    OrderedSender.Sending sent;
    try {
      sent = sender.send(batch, () -> standBy(connection));
    } catch (InterruptedException | RuntimeException given) {
      ended.accept(given);
      throw given;
    }
    ended.accept(sent.failure());
    Cursor acknowledged = sent.cursor();
    if (acknowledged != null) {
      moveCursor(connection, acknowledged);
      lastProgress = Instant.now();
    }
    Exception failure = sent.failure();
    if (failure != null) {
      throw new ExecutionException(failure);
    }
  }

  /**
   * While the broker takes nothing: not on without the lock, for the next relay sends the same
   * again. Whoever has it and waits is not stuck, and starting the process anew would not help: a
   * client that waits in vain is given up by its sender, and the lag tells of it.
   */
  private void standBy(SqlConnection connection) {
    connection.query("select 1").execute().await().atMost(LIMIT);
    lastProgress = Instant.now();
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
