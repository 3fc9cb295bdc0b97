package dev.rebound.delivery;

import static java.util.Objects.requireNonNull;

import dev.rebound.delivery.Delivered.Bad;
import dev.rebound.delivery.Delivery.Source;
import dev.rebound.delivery.ParkedStreams.Place;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.EventCodec;
import dev.rebound.eventstore.postgres.EventLog.Cursor;
import dev.rebound.eventstore.postgres.SessionLock;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Releases parked streams that an operator has asked for: brings what was held back to the handler,
 * one event after the other, and takes the stream out once nothing is left. One process of a
 * service does so at a time.
 *
 * <p>A stream stays parked until then, so what comes in meanwhile is held back behind it and read
 * as well. The last look is taken under the lock of the watermarks, which also ends what is parked:
 * nothing can be held back between the two. A process that dies leaves a stream that is parked, of
 * which the handler has more than before. An event that fails again parks its stream again; so does
 * a record that cannot be read, unless it was asked that these be passed over.
 */
public final class Release implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Release.class);
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Topic own;
  private final Pool pool;
  private final EventCodec codec;
  private final Map<String, Object> kafka;
  private final DeadLetters letters;
  private final List<Delivery> deliveries;
  private final Semaphore asked = new Semaphore(0);
  private @Nullable Thread thread;

  /**
   * Releases streams in the pool's database; {@link #start} sets it going.
   *
   * @param own the service's own topic, whose events come from its event table
   * @param kafka how to reach the broker
   * @param letters where it tells what failed again
   * @param deliveries one for each handler, which nobody else uses
   */
  public Release(
      Topic own,
      Pool pool,
      EventCodec codec,
      Map<String, Object> kafka,
      DeadLetters letters,
      List<Delivery> deliveries) {
    this.own = own;
    this.pool = pool;
    this.codec = codec;
    this.kafka = Map.copyOf(kafka);
    this.letters = letters;
    this.deliveries = List.copyOf(deliveries);
  }

  /** Begins to look for what is asked for, every two seconds. */
  public void start() {
    thread = Thread.ofVirtual().name("release").start(this::run);
  }

  /** Has it look at once. */
  public void wake() {
    asked.release();
  }

  /** Stops within seconds; what is not released stays asked for. */
  @Override
  public void close() throws InterruptedException {
    if (thread != null) {
      thread.interrupt();
      thread.join(LIMIT);
    }
  }

  private void run() {
    try {
      while (true) {
        for (Delivery delivery : isAnythingAsked() ? deliveries : List.<Delivery>of()) {
          for (Topic topic : delivery.topics()) {
            lookAfter(delivery, topic == own ? Source.own(topic) : Source.of(topic));
          }
        }
        if (asked.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
          asked.drainPermits();
        }
      }
    } catch (InterruptedException stopped) {
      // Only close() interrupts.
    }
  }

  private boolean isAnythingAsked() throws InterruptedException {
    try {
      return ParkedStreams.isAnythingAsked(pool).await().atMost(LIMIT);
    } catch (RuntimeException failure) {
      putOff(failure);
      return false;
    }
  }

  private void lookAfter(Delivery delivery, Source source) throws InterruptedException {
    try {
      if (asked(delivery, source).isEmpty()) {
        return;
      }
      Optional<SessionLock> lock =
          SessionLock.tryTake(pool, "rebound release " + delivery.handler());
      if (lock.isPresent()) {
        try (SessionLock _ = lock.get()) {
          release(delivery, source, asked(delivery, source));
        }
      }
    } catch (RuntimeException failure) {
      putOff(failure);
    }
  }

  /** It is tried again at the next look. */
  private static void putOff(RuntimeException failure) throws InterruptedException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedException();
    }
    LOG.warnf("A release waits: %s", Failure.describe(failure));
  }

  private Map<StreamId, Place> asked(Delivery delivery, Source source) {
    return ParkedStreams.asked(pool, delivery.handler(), source.name()).await().atMost(LIMIT);
  }

  private void release(Delivery delivery, Source source, Map<StreamId, Place> places)
      throws InterruptedException {
    Set<StreamId> waiting = new HashSet<>(places.keySet());
    try (HeldBack held = heldBack(delivery, source, places)) {
      while (!waiting.isEmpty()) {
        List<Delivered> next = held.next(pool, waiting, watermarks(delivery, source));
        if (next.isEmpty()) {
          next = lastLook(delivery, source, held, waiting);
        }
        if (next.isEmpty()) {
          LOG.infof("%s: %d streams released", delivery.handler(), waiting.size());
          return;
        }
        redeliver(delivery, source, next, waiting, places);
      }
    }
  }

  private HeldBack heldBack(Delivery delivery, Source source, Map<StreamId, Place> places) {
    return source.isOwn()
        ? new HeldBack.InTable(
            codec,
            Bookkeeping.versions(pool, delivery.handler(), places.keySet()).await().atMost(LIMIT))
        : new HeldBack.OnTopic(source, places.values(), codec, kafka);
  }

  private Map<Integer, Cursor> watermarks(Delivery delivery, Source source) {
    return Bookkeeping.watermarks(pool, delivery.handler(), source.name()).await().atMost(LIMIT);
  }

  private void redeliver(
      Delivery delivery,
      Source source,
      List<Delivered> events,
      Set<StreamId> waiting,
      Map<StreamId, Place> places)
      throws InterruptedException {
    for (Delivered event : events) {
      StreamId stream = event.stream();
      if (stream != null && waiting.contains(stream)) {
        Place place = requireNonNull(places.get(stream));
        if (event instanceof Bad bad && bad.reason().isForGood() && place.passOver()) {
          LOG.warnf(
              "%s: %s at %s-%d/%d is passed over, as it was asked for",
              delivery.handler(),
              bad.reason(),
              source.name(),
              bad.partition(),
              bad.at().position());
          continue;
        }
        var failed = delivery.redeliver(source, event);
        if (failed.isPresent()) {
          waiting.remove(stream);
          parkAgain(delivery, source, stream, event.spoiled(failed.get()));
        }
      }
    }
  }

  private void parkAgain(Delivery delivery, Source source, StreamId stream, Bad at)
      throws InterruptedException {
    delivery.insist(
        source,
        () ->
            letters
                .beforeNoting(delivery.handler(), source, List.of(at))
                .chain(() -> ParkedStreams.parkAgain(pool, delivery.handler(), stream, at))
                .await()
                .atMost(LIMIT));
    letters.afterNoting(delivery.handler(), source, List.of(at));
  }

  /**
   * Stops the handler, looks whether anything came in meanwhile, and takes the streams out if not.
   *
   * @return what came in meanwhile
   */
  private List<Delivered> lastLook(
      Delivery delivery, Source source, HeldBack held, Set<StreamId> waiting) {
    SqlConnection connection = pool.getConnection().await().atMost(LIMIT);
    try {
      Transaction transaction = connection.begin().await().atMost(LIMIT);
      Map<Integer, Cursor> locked =
          Bookkeeping.lockAll(connection, delivery.handler(), source.name())
              .await()
              .atMost(Delivery.DATABASE_LIMIT);
      List<Delivered> left = held.next(connection, waiting, locked);
      if (left.isEmpty()) {
        ParkedStreams.takeOut(connection, delivery.handler(), waiting).await().atMost(LIMIT);
        transaction.commit().await().atMost(LIMIT);
      }
      return left;
    } finally {
      // Where it has not come to the commit, this rolls back.
      connection.closeAndForget();
    }
  }
}
