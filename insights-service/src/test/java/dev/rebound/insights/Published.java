package dev.rebound.insights;

import dev.rebound.events.EventType;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.EventStore.Append;
import dev.rebound.eventstore.EventStore.NewEvent;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.postgres.EventCodec;
import dev.rebound.eventstore.postgres.SealedEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes events as the services do: sealed, CloudEvents in binary mode, keyed by candidate. */
final class Published implements AutoCloseable {

  private final EventCodec codec;
  private final KafkaProducer<byte[], byte[]> producer;

  Published(EventCodec codec, String bootstrapServers) {
    this.codec = codec;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Publishes these in order and waits for the broker's word. */
  void publish(List<StoredEvent> events) {
    for (StoredEvent event : events) {
      publish(event);
    }
  }

  private void publish(StoredEvent event) {
    SealedEvent sealed =
        codec
            .seal(
                new Append(
                    event.stream(),
                    event.version() - 1,
                    null,
                    List.of(new NewEvent(event.id(), event.event())),
                    event.metadata(),
                    null))
            .await()
            .atMost(Duration.ofSeconds(10))
            .getFirst();
    Topic topic = Topic.of(event.event());
    String candidate = event.event().candidateId().toString();
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic.address(), bytes(candidate), sealed.data());
    Map.of(
            "ce_specversion", "1.0",
            "ce_id", event.id().toString(),
            "ce_type", EventType.of(event.event()).wireName(),
            "ce_source", topic.source(),
            "ce_subject", event.stream().toString(),
            "ce_time", event.metadata().time().toString(),
            "ce_partitionkey", candidate,
            "content-type", "application/json",
            "ce_correlationid", event.metadata().correlationId().toString(),
            "ce_streamversion", Integer.toString(event.version()))
        .forEach((name, value) -> record.headers().add(name, bytes(value)));
    if (event.metadata().board() != null) {
      record.headers().add("ce_board", bytes(event.metadata().board()));
    }
    if (event.metadata().causationId() != null) {
      record.headers().add("ce_causationid", bytes(event.metadata().causationId().toString()));
    }
    String trace = event.metadata().trace();
    if (trace != null) {
      record.headers().add("traceparent", bytes(trace));
    }
    try {
      producer.send(record).get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("the broker took no record", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    producer.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
