package dev.rebound.eventstore.relay;

import dev.rebound.events.Topic;
import dev.rebound.eventstore.postgres.EventLog.Cursor;
import dev.rebound.eventstore.postgres.SealedEvent.Committed;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends batches in order. None of a batch may be sent before one that stands before it, so the
 * first failure ends it: the producer is closed and what it still holds is dropped. Of a partition
 * only one request is on its way at a time. Blocking.
 */
final class OrderedSender implements AutoCloseable {

  /** How long it waits for an acknowledgement before it asks whether to wait on. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /**
   * For so long not one more may be acknowledged: then the batch has failed. A client can come to
   * wait for what the broker will never take, which a new one does not.
   */
  private static final Duration GIVE_UP = Duration.ofSeconds(30);

  private final Topic topic;
  private final Producer<byte[], byte[]> producer;

  /**
   * A sender to this topic.
   *
   * @param kafka how to reach the broker
   */
  OrderedSender(Topic topic, Map<String, Object> kafka) {
    this.topic = topic;
    this.producer = new KafkaProducer<>(settings(kafka));
  }

  /**
   * Sends a batch and waits for as long as some of it is still acknowledged.
   *
   * @param waiting called now and then meanwhile; throws where the wait is to end
   * @return what came of it; after a failure the sender is of no use any more
   */
  Sending send(List<Committed> batch, Runnable waiting) throws InterruptedException {
    Sending sending = new Sending(batch);
    CountDownLatch over = new CountDownLatch(1);
    handOver(sending, over);
    int acknowledged = 0;
    long since = System.nanoTime();
    while (!over.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      waiting.run();
      int now = sending.acknowledged();
      if (now > acknowledged) {
        acknowledged = now;
        since = System.nanoTime();
      } else if (System.nanoTime() - since > GIVE_UP.toNanos() && sending.fail(nothingTaken())) {
        close();
      }
    }
    return sending;
  }

  private static TimeoutException nothingTaken() {
    return new TimeoutException("nothing was acknowledged for " + GIVE_UP);
  }

  /** Up to the first that fails; a producer that has no room for one would still take the next. */
  private void handOver(Sending sending, CountDownLatch over) {
    try {
      for (int place = sending.next(); place >= 0; place = sending.next()) {
        int sent = place;
        producer.send(
            CloudEvent.toRecord(topic, sending.at(sent)),
            (done, failure) -> settle(sending, sent, failure, over));
      }
    } catch (KafkaException | IllegalStateException closed) {
      sending.fail(closed);
      over.countDown();
    }
  }

  private void settle(
      Sending sending, int place, @Nullable Exception failure, CountDownLatch over) {
    if (failure == null) {
      sending.acknowledge(place);
    } else if (sending.fail(failure)) {
      close();
    }
    if (sending.isOver()) {
      over.countDown();
    }
  }

  private static Map<String, Object> settings(Map<String, Object> kafka) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // One request at a time: of a producer it does not know, the broker takes any sequence as the
    // first. Where a partition has just got its leader, it may refuse the first request and take
    // the second, and the first then comes after it: readers, who know the order, leave it out.
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
    // Never give up on a record: one that is given up lets the ones after it pass.
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    // A line that swallows everything is given up after so long.
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
    settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000);
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    return settings;
  }

  /** At once: a record still on its way would come after those of the next relay. */
  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }

  /**
   * The rules of a batch on its way: what may be handed to the broker next, and how far the cursor
   * may move. Knows nothing of the broker or of the table; safe for several threads.
   *
   * <p>An event is handed over only while none before it has failed, and the cursor moves only past
   * events that are acknowledged without a gap.
   */
  static final class Sending {

    private final List<Committed> batch;
    private final BitSet acknowledged = new BitSet();
    private int handedOver;
    private @Nullable Exception failure;

    /** A batch of at least one event, in the order in which they are to be sent. */
    Sending(List<Committed> batch) {
      this.batch = List.copyOf(batch);
    }

    /** The place in the batch of the event to hand over now; -1 where none may be any more. */
    synchronized int next() {
      return failure != null || handedOver == batch.size() ? -1 : handedOver++;
    }

    /** The event at a place of the batch. */
    Committed at(int place) {
      return batch.get(place);
    }

    /** The broker has it for sure. */
    synchronized void acknowledge(int place) {
      acknowledged.set(place);
    }

    /** How many the broker has for sure. */
    synchronized int acknowledged() {
      return acknowledged.cardinality();
    }

    /** One of them failed; true for the first, which is the failure of the batch. */
    synchronized boolean fail(Exception why) {
      boolean first = failure == null;
      if (first) {
        failure = why;
      }
      return first;
    }

    /** Whether there is nothing left to wait for. */
    synchronized boolean isOver() {
      return failure != null || acknowledged.cardinality() == batch.size();
    }

    /** What stopped it, where something did. */
    synchronized @Nullable Exception failure() {
      return failure;
    }

    /** How far the cursor may move: to the last event before the first that may be missing. */
    synchronized @Nullable Cursor cursor() {
      int sure = acknowledged.nextClearBit(0);
      return sure == 0 ? null : batch.get(sure - 1).at();
    }
  }
}
