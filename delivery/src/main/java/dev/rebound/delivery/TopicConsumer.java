package dev.rebound.delivery;

import dev.rebound.delivery.Delivered.Reason;
import dev.rebound.delivery.Delivery.Source;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.Backoff;
import dev.rebound.eventstore.postgres.EventCodec;
import dev.rebound.eventstore.postgres.EventCodec.Opened;
import dev.rebound.eventstore.postgres.EventLog.Cursor;
import dev.rebound.eventstore.postgres.SealedEvent;
import dev.rebound.eventstore.relay.CloudEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings a topic's records to the handlers that take it, several handlers at a time.
 *
 * <p>Every outcome is decided here, so a batch never fails: where the database or the network does,
 * it takes as long as it takes. Offsets are kept with the handlers' effects and not on the broker.
 */
public final class TopicConsumer implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(TopicConsumer.class);
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** From so many records on the next batch is not waited for. */
  private static final int MANY = 500;

  private static final Duration LONGEST_REST = Duration.ofMillis(20);

  private final Source source;
  private final Pool pool;
  private final RecordReader reader;
  private final List<Delivery> deliveries;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicLong unknown = new AtomicLong();
  private volatile boolean retrying;

  /** A consumer of a topic for those of the deliveries that take it. */
  public TopicConsumer(Topic topic, Pool pool, EventCodec codec, List<Delivery> deliveries) {
    this.source = Source.of(topic);
    this.pool = pool;
    this.reader = new RecordReader(codec);
    this.deliveries = deliveries.stream().filter(d -> d.topics().contains(topic)).toList();
  }

  /** The topic it consumes. */
  public Topic topic() {
    return source.topic();
  }

  /** How many events of an unknown type it has passed over. */
  public long unknown() {
    return unknown.get();
  }

  /** Whether a batch cannot be read, for want of the keys' database, and waits until it can. */
  public boolean retrying() {
    return retrying;
  }

  /** Completes once every handler has the batch. Fails only where the service stops. */
  public Uni<Void> accept(ConsumerRecords<byte[], byte[]> records) {
    return Uni.createFrom()
        .completionStage(() -> {
          CompletableFuture<Void> done = new CompletableFuture<>();
          threads.execute(() -> {
            try {
              long began = System.nanoTime();
              consumeForSure(records);
              rest(records.count(), System.nanoTime() - began);
              done.complete(null);
            } catch (InterruptedException stopped) {
              done.completeExceptionally(new IllegalStateException("the service stops"));
            }
          });
          return done;
        });
  }

  /**
   * Rests as long as a small batch took: a batch costs about the same, however much is in it, so
   * the busier the machine is, the more the next one has to bring.
   */
  private static void rest(int records, long worked) throws InterruptedException {
    if (records < MANY) {
      TimeUnit.NANOSECONDS.sleep(Math.min(worked, LONGEST_REST.toNanos()));
    }
  }

  /**
   * Where to read on: after the least that all handlers have, from the beginning where one of them
   * is new. Blocking.
   */
  public Map<Integer, Long> nextOffsets(Collection<Integer> partitions) {
    Map<Integer, Long> next = new HashMap<>();
    for (Delivery delivery : deliveries) {
      Map<Integer, Cursor> watermarks =
          Bookkeeping.watermarks(pool, delivery.handler(), source.name()).await().atMost(LIMIT);
      for (int partition : partitions) {
        long offset = watermarks.getOrDefault(partition, Cursor.START).position() + 1;
        next.merge(partition, offset, Math::min);
      }
    }
    return next;
  }

  /** Notes that nothing of the topic is left that this process is to bring. */
  public void idle() {
    deliveries.forEach(delivery -> delivery.idle(topic()));
  }

  /** Notes that other processes bring all of the topic. */
  public void left() {
    deliveries.forEach(delivery -> delivery.left(topic()));
  }

  /** Notes that the broker does not say whether anything is left. */
  public void unsure() {
    deliveries.forEach(delivery -> delivery.unsure(topic()));
  }

  /** Stops within seconds; what is not settled comes again at the next start. */
  @Override
  public void close() {
    threads.shutdownNow();
  }

  /**
   * Whatever happens, also what nobody thought of, the batch is not given up: the next one would
   * move the watermark past it.
   */
  private void consumeForSure(ConsumerRecords<byte[], byte[]> records) throws InterruptedException {
    Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
    while (true) {
      try {
        List<Delivered> batch = reader.read(records).await().atMost(LIMIT);
        retrying = false;
        consume(batch);
        unknown.addAndGet(batch.stream().filter(Delivered.Unknown.class::isInstance).count());
        return;
      } catch (RuntimeException | Error failure) {
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedException();
        }
        LOG.warnf("%s waits: %s", source.name(), Failure.describe(failure));
        retrying = Failure.of(failure) == Failure.TRANSIENT;
        backoff.pause();
      }
    }
  }

  private void consume(List<Delivered> batch) throws InterruptedException {
    List<Future<?>> running = new ArrayList<>();
    try {
      for (Delivery delivery : deliveries) {
        running.add(
            threads.submit(() -> {
              delivery.deliver(source, batch);
              return null;
            }));
      }
      for (Future<?> future : running) {
        future.get();
      }
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof InterruptedException) {
        throw new InterruptedException();
      }
      throw new IllegalStateException("a delivery ended", failed.getCause());
    } finally {
      running.forEach(future -> future.cancel(true));
    }
  }

  /**
   * Reads records, whatever is in them: each becomes an event, something of an unknown type, or
   * something bad with a reason. Only the keys' database can fail.
   */
  static final class RecordReader {

    /** More than any event of ours has. */
    private static final int MAX_BYTES = 950_000;

    private final EventCodec codec;

    RecordReader(EventCodec codec) {
      this.codec = codec;
    }

    /** What the records are, in their order. */
    Uni<List<Delivered>> read(Iterable<ConsumerRecord<byte[], byte[]>> records) {
      List<@Nullable Delivered> delivered = new ArrayList<>();
      List<ConsumerRecord<byte[], byte[]>> wellFormed = new ArrayList<>();
      List<SealedEvent> sealed = new ArrayList<>();
      for (ConsumerRecord<byte[], byte[]> record : records) {
        Reason reason = malformed(record);
        if (reason == null) {
          try {
            sealed.add(CloudEvent.read(record));
            wellFormed.add(record);
            delivered.add(null);
            continue;
          } catch (IllegalArgumentException badHeader) {
            reason = Reason.BAD_HEADER;
          }
        }
        delivered.add(bad(record, reason));
      }
      return codec.openEach(sealed).map(opened -> merge(delivered, wellFormed, sealed, opened));
    }

    private static @Nullable Reason malformed(ConsumerRecord<byte[], byte[]> record) {
      if (record.key() == null) {
        return Reason.NO_KEY;
      }
      if (record.value() == null) {
        return Reason.NO_VALUE;
      }
      return record.value().length > MAX_BYTES ? Reason.TOO_LARGE : null;
    }

    private static Delivered bad(ConsumerRecord<byte[], byte[]> record, Reason reason) {
      return new Delivered.Bad(
          record.partition(),
          Cursor.ofOffset(record.offset()),
          reason,
          CloudEvent.stream(record),
          CloudEvent.id(record));
    }

    private static List<Delivered> merge(
        List<@Nullable Delivered> delivered,
        List<ConsumerRecord<byte[], byte[]>> records,
        List<SealedEvent> sealed,
        List<Opened> opened) {
      List<Delivered> all = new ArrayList<>(delivered.size());
      Iterator<ConsumerRecord<byte[], byte[]>> record = records.iterator();
      int next = 0;
      for (Delivered known : delivered) {
        if (known != null) {
          all.add(known);
        } else {
          ConsumerRecord<byte[], byte[]> at = record.next();
          all.add(
              Delivered.of(
                  at.partition(),
                  Cursor.ofOffset(at.offset()),
                  sealed.get(next),
                  opened.get(next)));
          next++;
        }
      }
      return all;
    }
  }
}
