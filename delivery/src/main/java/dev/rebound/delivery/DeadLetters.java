package dev.rebound.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.delivery.Delivered.Bad;
import dev.rebound.delivery.Delivered.Reason;
import dev.rebound.delivery.Delivery.Source;
import dev.rebound.events.EventJson;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.StreamId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Where a delivery tells what it could not deliver. */
public interface DeadLetters {

  /** Completes once they are safe. */
  Uni<Void> send(String handler, Source source, List<Bad> letters);

  /**
   * What is to be done before it is noted that these were not delivered: another service's records
   * are known to nobody else, so their letters have to be safe.
   */
  default Uni<Void> beforeNoting(String handler, Source source, List<Bad> letters) {
    return source.isOwn() ? Uni.createFrom().voidItem() : send(handler, source, letters);
  }

  /**
   * What is to be done once it is noted: tells of the service's own events, without waiting. That
   * their streams are parked is in the database by now, and the broker may be away, which must not
   * hold up what a service does with its own events. What waits behind a parked event is not told
   * of one by one.
   */
  default void afterNoting(String handler, Source source, List<Bad> letters) {
    if (!source.isOwn()) {
      return;
    }
    List<Bad> first =
        letters.stream().filter(letter -> letter.reason() != Reason.STREAM_PARKED).toList();
    send(handler, source, first)
        .subscribe()
        .with(
            sent -> {},
            failure ->
                Logger.getLogger(DeadLetters.class)
                    .warnf("%s: %s", handler, Failure.describe(failure)));
  }

  /** Tells nobody, where it was told before. */
  static DeadLetters none() {
    return (handler, source, letters) -> Uni.createFrom().voidItem();
  }

  /**
   * Tells where it was that something could not be delivered, on {@code rebound.dead-letters}. A
   * letter repeats nothing of the record, which may be anything and anybody's: the record stays
   * where it is and can be read again from there.
   */
  final class OnTopic implements DeadLetters, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final String consumer;
    private final Map<String, Object> kafka;
    private final Told told;
    private @Nullable Producer<byte[], byte[]> producer;

    /** Is told of every letter that is safe; must be quick. */
    @FunctionalInterface
    public interface Told {

      /** A letter about something of this topic was sent. */
      void sent(Topic topic, Reason reason);
    }

    /**
     * The dead letters of a service.
     *
     * @param consumer the service's name
     * @param kafka how to reach the broker
     */
    public OnTopic(String consumer, Map<String, Object> kafka, Told told) {
      this.consumer = consumer;
      this.kafka = Map.copyOf(kafka);
      this.told = told;
    }

    @Override
    public Uni<Void> send(String handler, Source source, List<Bad> letters) {
      if (letters.isEmpty()) {
        return Uni.createFrom().voidItem();
      }
      return Uni.join()
          .all(letters.stream().map(letter -> send(handler, source, letter)).toList())
          .andFailFast()
          .replaceWithVoid()
          // The client blocks for seconds where it knows of no broker.
          .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Uni<Void> send(String handler, Source source, Bad letter) {
      LOG.warnf(
          "%s: %s at %s-%d/%d",
          handler, letter.reason(), source.name(), letter.partition(), letter.at().position());
      StreamId stream = letter.stream();
      byte @Nullable [] key = stream == null ? null : bytes(stream.toString());
      byte[] value = bytes(json(handler, source, letter).toString());
      return Uni.createFrom()
          .completionStage(() -> {
            CompletableFuture<Void> acknowledged = new CompletableFuture<>();
            producer()
                .send(
                    new ProducerRecord<>(Topic.DEAD_LETTERS, key, value),
                    (done, failure) -> {
                      if (failure == null) {
                        told.sent(source.topic(), letter.reason());
                        acknowledged.complete(null);
                      } else {
                        acknowledged.completeExceptionally(failure);
                      }
                    });
            return acknowledged;
          });
    }

    private ObjectNode json(String handler, Source source, Bad letter) {
      ObjectNode json =
          EventJson.mapper()
              .createObjectNode()
              .put("consumer", consumer)
              .put("handler", handler)
              .put("from", source.isOwn() ? "EVENT_TABLE" : "TOPIC")
              .put("topic", source.topic().address())
              .put("partition", letter.partition())
              .put("offset", letter.at().position())
              .put("reason", letter.reason().name())
              .put("at", Instant.now().toString());
      if (letter.stream() != null) {
        json.put("stream", letter.stream().toString());
      }
      if (letter.id() != null) {
        json.put("eventId", letter.id().toString());
      }
      return json;
    }

    private synchronized Producer<byte[], byte[]> producer() {
      if (producer == null) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        producer = new KafkaProducer<>(settings);
      }
      return producer;
    }

    @Override
    public synchronized void close() {
      if (producer != null) {
        producer.close(Duration.ofSeconds(5));
        producer = null;
      }
    }

    private static byte[] bytes(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }
}
