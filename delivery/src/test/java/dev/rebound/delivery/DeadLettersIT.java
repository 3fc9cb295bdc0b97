package dev.rebound.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.delivery.Delivered.Bad;
import dev.rebound.delivery.Delivered.Reason;
import dev.rebound.delivery.Delivery.Source;
import dev.rebound.events.EventJson;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.Samples;
import dev.rebound.eventstore.Servers;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.EventLog.Cursor;
import dev.rebound.localstack.Ports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

class DeadLettersIT {

  private final Map<String, Object> kafka = Map.of("bootstrap.servers", Servers.kafka().address());

  /** A broker that is away keeps nobody's event loop, and no feed of the service's own events. */
  @Test
  void telling_blocks_nobody_while_the_broker_is_away() throws Exception {
    Bad bad =
        new Bad(0, Cursor.ofOffset(1), Reason.BROKEN_SEAL, Samples.stream(), UUID.randomUUID());
    Map<String, Object> nobody = Map.of("bootstrap.servers", "localhost:" + Ports.free());
    try (DeadLetters.OnTopic letters =
        new DeadLetters.OnTopic("insights-service", nobody, (topic, reason) -> {})) {
      long begun = System.nanoTime();
      letters.afterNoting("contexts", Source.own(Topic.INSIGHTS), List.of(bad));
      var failure =
          letters
              .beforeNoting("contexts", Source.of(Topic.APPLICATIONS), List.of(bad))
              .onFailure()
              .recoverWithNull()
              .subscribeAsCompletionStage();
      long took = System.nanoTime() - begun;

      // The client itself waits five seconds for a broker.
      assertThat(Duration.ofNanos(took)).isLessThan(Duration.ofSeconds(3));
      failure.get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void a_letter_says_where_and_why_and_nothing_of_the_record() throws Exception {
    makeTopic();
    StreamId stream = Samples.stream();
    UUID id = UUID.randomUUID();
    Bad bad = new Bad(4, Cursor.ofOffset(17), Reason.BROKEN_SEAL, stream, id);
    List<String> told = new CopyOnWriteArrayList<>();
    try (DeadLetters.OnTopic letters =
        new DeadLetters.OnTopic(
            "insights-service", kafka, (topic, reason) -> told.add(topic + " " + reason))) {
      letters
          .send("contexts", Source.of(Topic.APPLICATIONS), List.of(bad))
          .await()
          .atMost(Duration.ofSeconds(30));
      assertThat(told).containsExactly("APPLICATIONS BROKEN_SEAL");
    }

    JsonNode letter = letterOf(stream);

    assertThat(letter.path("consumer").asText()).isEqualTo("insights-service");
    assertThat(letter.path("handler").asText()).isEqualTo("contexts");
    assertThat(letter.path("from").asText()).isEqualTo("TOPIC");
    assertThat(letter.path("topic").asText()).isEqualTo("rebound.applications");
    assertThat(letter.path("partition").asInt()).isEqualTo(4);
    assertThat(letter.path("offset").asLong()).isEqualTo(17);
    assertThat(letter.path("reason").asText()).isEqualTo("BROKEN_SEAL");
    assertThat(letter.path("eventId").asText()).isEqualTo(id.toString());
    assertThat(letter.path("at").asText()).isNotEmpty();
    assertThat(letter.size()).isEqualTo(10);
  }

  @Test
  void a_letter_about_an_own_event_says_that_its_place_is_in_the_event_table() throws Exception {
    makeTopic();
    StreamId stream = Samples.stream();
    Bad bad = new Bad(0, new Cursor(900, 41), Reason.NEWER_VERSION, stream, UUID.randomUUID());
    try (DeadLetters.OnTopic letters =
        new DeadLetters.OnTopic("application-service", kafka, (topic, reason) -> {})) {
      letters
          .send("timeline", Source.own(Topic.APPLICATIONS), List.of(bad))
          .await()
          .atMost(Duration.ofSeconds(30));
    }

    JsonNode letter = letterOf(stream);

    assertThat(letter.path("from").asText()).isEqualTo("EVENT_TABLE");
    assertThat(letter.path("offset").asLong()).isEqualTo(41);
  }

  private void makeTopic() throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(kafka)) {
      admin.createTopics(List.of(new NewTopic(Topic.DEAD_LETTERS, 1, (short) 1))).all().get();
    } catch (ExecutionException exists) {
      assertThat(exists).hasCauseInstanceOf(TopicExistsException.class);
    }
  }

  private JsonNode letterOf(StreamId stream) throws IOException {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            Servers.kafka().address(),
            "key.deserializer",
            ByteArrayDeserializer.class,
            "value.deserializer",
            ByteArrayDeserializer.class);
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
      List<TopicPartition> partition = List.of(new TopicPartition(Topic.DEAD_LETTERS, 0));
      consumer.assign(partition);
      consumer.seekToBeginning(partition);
      for (int polls = 0; polls < 60; polls++) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(500))) {
          if (new String(record.key(), StandardCharsets.UTF_8).equals(stream.toString())) {
            return EventJson.mapper().readTree(record.value());
          }
        }
      }
    }
    throw new AssertionError("no letter about " + stream);
  }
}
