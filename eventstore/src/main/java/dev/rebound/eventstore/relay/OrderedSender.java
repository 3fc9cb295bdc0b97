package dev.rebound.eventstore.relay;

import dev.rebound.events.Topic;
import dev.rebound.eventstore.postgres.SealedEvent.Committed;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends batches in order. None of a batch may be sent before one that stands before it, so the
 * first failure ends it: the producer is closed, what it still holds is dropped, and what is on its
 * way in the same partition is refused by the broker for the gap in its sequence. Blocking.
 */
final class OrderedSender implements AutoCloseable {

  /** How long it waits for an acknowledgement before it asks whether to wait on. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

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
   * Sends a batch and waits for as long as it takes.
   *
   * @param waiting called now and then meanwhile; throws where the wait is to end
   * @return what came of it; after a failure the sender is of no use any more
   */
  Sending send(List<Committed> batch, Runnable waiting) throws InterruptedException {
    Sending sending = new Sending(batch);
    CountDownLatch over = new CountDownLatch(1);
    handOver(sending, over);
    while (!over.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      waiting.run();
    }
    return sending;
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

  /** At once: a record still on its way would come after those of the next relay. */
  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}
