package dev.rebound.delivery;

import dev.rebound.delivery.Delivery.Source;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.Backoff;
import dev.rebound.eventstore.postgres.Bell;
import dev.rebound.eventstore.postgres.EventCodec;
import dev.rebound.eventstore.postgres.EventLog;
import dev.rebound.eventstore.postgres.EventLog.Cursor;
import dev.rebound.eventstore.postgres.SealedEvent.Committed;
import dev.rebound.eventstore.postgres.SessionLock;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings the service's own events to its own handlers, straight from the event table: they work on
 * while Kafka is down. Each handler has a thread and a pace of its own.
 *
 * <p>Every process of a service projects, and the first to hold the watermark wins; a reaction is
 * left to one process at a time, by a session lock.
 */
public final class OwnFeed implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(OwnFeed.class);
  private static final int BATCH = 1_000;
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Duration STANDBY = Duration.ofSeconds(1);

  private final Source source;
  private final Pool pool;
  private final Bell bell;
  private final EventCodec codec;
  private final List<Thread> threads = new ArrayList<>();
  private final LongAdder unknown = new LongAdder();
  private volatile boolean closed;

  /** A feed of the events in the pool's database; {@link #start} sets it going. */
  public OwnFeed(Topic own, Pool pool, Bell bell, EventCodec codec) {
    this.source = Source.own(own);
    this.pool = pool;
    this.bell = bell;
    this.codec = codec;
  }

  /** Begins to deliver to those that take the service's own topic. */
  public void start(List<Delivery> deliveries) {
    for (Delivery delivery : deliveries) {
      if (delivery.topics().contains(source.topic())) {
        threads.add(
            Thread.ofVirtual().name("own-" + delivery.handler()).start(() -> run(delivery)));
      }
    }
  }

  /**
   * How many events of a type that this build does not know its handlers were past, each counted
   * for each of them: while a service is replaced by its next build the old one can meet some.
   */
  public long unknown() {
    return unknown.sum();
  }

  /** Stops within seconds; what is not settled comes again at the next start. */
  @Override
  public void close() throws InterruptedException {
    closed = true;
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      thread.join(LIMIT);
    }
  }

  private void run(Delivery delivery) {
    Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
    try {
      while (!closed) {
        try {
          switch (delivery) {
            case ProjectionDelivery _ -> feed(delivery, pool, backoff);
            case ReactionDelivery _ -> feedAlone(delivery, backoff);
          }
        } catch (RuntimeException | Error failure) {
          if (Thread.currentThread().isInterrupted()) {
            return;
          }
          delivery.unsure(source.topic());
          LOG.warnf("%s begins again: %s", delivery.handler(), Failure.describe(failure));
          backoff.pause();
        }
      }
    } catch (InterruptedException stopped) {
      // Only close() interrupts.
    }
  }

  private void feedAlone(Delivery delivery, Backoff backoff) throws InterruptedException {
    Optional<SessionLock> lock = SessionLock.tryTake(pool, "rebound own " + delivery.handler());
    if (lock.isEmpty()) {
      delivery.left(source.topic());
      TimeUnit.NANOSECONDS.sleep(STANDBY.toNanos());
      return;
    }
    try (SessionLock held = lock.get()) {
      feed(delivery, held.connection(), backoff);
    }
  }

  /**
   * Reads and delivers, for as long as it works.
   *
   * @param reader what to read with; the connection of the lock where there is one, so that nothing
   *     is read without it
   */
  private void feed(Delivery delivery, SqlClient reader, Backoff backoff)
      throws InterruptedException {
    Cursor cursor =
        Bookkeeping.watermarks(reader, delivery.handler(), source.name())
            .await()
            .atMost(LIMIT)
            .getOrDefault(0, Cursor.START);
    Bell.Listener listener = bell.listen();
    Passing passing = new Passing(delivery, source);
    while (!closed) {
      listener.look();
      List<Committed> events = EventLog.after(reader, cursor, BATCH).await().atMost(LIMIT);
      if (events.isEmpty()) {
        passing.store();
        delivery.idle(source.topic());
        listener.await();
      } else {
        listener.found(events.size() < BATCH);
        List<Committed> concerning =
            events.stream().filter(it -> delivery.concerns(source, it.event())).toList();
        if (!concerning.isEmpty()) {
          bring(delivery, concerning);
        }
        cursor = events.getLast().at();
        if (concerning.size() < events.size()) {
          passing.upTo(events.getLast());
        }
      }
      backoff.reset();
    }
  }

  private void bring(Delivery delivery, List<Committed> events) throws InterruptedException {
    List<Delivered> delivered = Delivered.own(codec, events).await().atMost(LIMIT);
    delivery.deliver(source, delivered);
    unknown.add(delivered.stream().filter(Delivered.Unknown.class::isInstance).count());
  }

  /**
   * How far a handler has passed over what does not concern it. Forgetting it costs another look at
   * as much and nothing else, so it is stored once a second, and where nothing is left.
   */
  private static final class Passing {

    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Delivery delivery;
    private final Source source;
    private @Nullable Committed last;
    private long stored = System.nanoTime();

    Passing(Delivery delivery, Source source) {
      this.delivery = delivery;
      this.source = source;
    }

    void upTo(Committed event) throws InterruptedException {
      last = event;
      if (System.nanoTime() - stored > EVERY_NANOS) {
        store();
      }
    }

    void store() throws InterruptedException {
      if (last != null) {
        delivery.pass(source, last);
        last = null;
        stored = System.nanoTime();
      }
    }
  }
}
