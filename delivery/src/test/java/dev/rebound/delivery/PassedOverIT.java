package dev.rebound.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.delivery.ParkedStreams.Parked;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.Samples;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.EventLog.Cursor;
import dev.rebound.eventstore.postgres.SealedEvent;
import dev.rebound.eventstore.postgres.SealedEvent.Committed;
import dev.rebound.eventstore.relay.CloudEvent;
import dev.rebound.eventstore.relay.Relay;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A record that nobody will ever be able to read names a good stream. */
class PassedOverIT {

  private static final Topic OTHERS = Topic.FEEDBACK;
  private static final Topic OWN = Topic.APPLICATIONS;

  private final History history = new History(0);
  private final Tally tally = new Tally(OTHERS);
  private final StreamId stream = Samples.stream();

  @AfterEach
  void leaveNothing() throws Exception {
    History.clear(OTHERS);
  }

  @Test
  void it_parks_the_stream_until_it_is_asked_to_be_passed_over() throws Exception {
    try (Relay relay = history.relay(OTHERS)) {
      relay.start();
      History.awaitTopic(OTHERS);
    }
    History.clear(OTHERS);
    SealedEvent first = Records.event(stream, 1);
    SealedEvent second = Records.event(stream, 2);
    ProducerRecord<byte[], byte[]> cut = record(second);
    publish(
        record(first),
        new ProducerRecord<>(
            cut.topic(), null, cut.key(), Arrays.copyOf(cut.value(), 20), cut.headers()),
        record(second));

    try (TopicConsumer consumer =
            new TopicConsumer(OTHERS, history.pool, Records.CODEC, List.of(projection()));
        KafkaConsumer<byte[], byte[]> topic = History.consumer(OTHERS);
        Release release =
            new Release(
                OWN,
                history.pool,
                Records.CODEC,
                History.kafka(),
                DeadLetters.none(),
                List.of(projection()))) {
      release.start();
      History.awaitThat(() -> {
        consumer.accept(topic.poll(Duration.ofMillis(50))).await().atMost(History.LIMIT);
        return parked().size() == 1;
      });
      Instant before = parked().getFirst().since();
      ask(release, false);
      History.awaitThat(() -> parked().size() == 1 && parked().getFirst().since().isAfter(before));
      assertThat(had()).containsExactly(Records.id(first));

      ask(release, true);

      History.awaitThat(() -> parked().isEmpty());
      assertThat(had()).containsExactly(Records.id(first), Records.id(second));
    }
  }

  private void ask(Release release, boolean passOver) {
    streams().askForRelease(tally.name(), null, passOver).await().atMost(History.LIMIT);
    release.wake();
  }

  private List<Parked> parked() {
    return streams().list(null, Map.entry("", ""), 10).await().atMost(History.LIMIT);
  }

  private ParkedStreams streams() {
    return new ParkedStreams(history.pool, List.of(tally.name()));
  }

  private List<String> had() {
    return Tally.of(history.pool, stream.id());
  }

  private Delivery projection() {
    return new ProjectionDelivery(
        tally,
        new Delivery.Tools(
            history.pool,
            DeadLetters.none(),
            new AppliedEvents(history.pool, OWN, List.of(tally), List.of(), () -> false)));
  }

  private static ProducerRecord<byte[], byte[]> record(SealedEvent event) {
    return CloudEvent.toRecord(OTHERS, new Committed(new Cursor(1, 1), event));
  }

  @SafeVarargs
  private static void publish(ProducerRecord<byte[], byte[]>... records) throws Exception {
    Map<String, Object> settings = new HashMap<>(History.kafka());
    settings.put("key.serializer", ByteArraySerializer.class);
    settings.put("value.serializer", ByteArraySerializer.class);
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings)) {
      for (ProducerRecord<byte[], byte[]> record : records) {
        producer.send(record).get();
      }
    }
  }
}
