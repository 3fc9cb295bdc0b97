package dev.rebound.application.boards.outgoing;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.events.EventJson;
import dev.rebound.events.EventType;
import dev.rebound.events.FeedbackEvent.FeedbackReceived;
import dev.rebound.events.FeedbackSource;
import dev.rebound.events.FeedbackSpecificity;
import dev.rebound.events.SpecificityLevel;
import dev.rebound.events.Topic;
import dev.rebound.testkit.Stack;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Plays the feedback-service: publishes recruiters' answers, on the real topic. */
final class Answers {

  private Answers() {}

  /** An answer to a request that no other test knows. */
  static FeedbackReceived answer(SpecificityLevel level) {
    return new FeedbackReceived(
        UuidCreator.getTimeOrderedEpoch(),
        UuidCreator.getTimeOrderedEpoch(),
        UuidCreator.getTimeOrderedEpoch(),
        UuidCreator.getTimeOrderedEpoch(),
        FeedbackSource.RECRUITER,
        LocalDate.parse("2026-10-02"),
        1,
        "You spoke about the ward and not about the people.",
        List.of(),
        List.of(),
        List.of(),
        new FeedbackSpecificity(level, 0.8, List.of(), "test"));
  }

  /** Publishes it under a board; again, where the id was published before. */
  static void publish(UUID eventId, FeedbackReceived answer, String board) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
      admin
          .createTopics(List.of(new NewTopic(Topic.FEEDBACK.address(), 2, (short) 1)))
          .all()
          .get();
    } catch (ExecutionException there) {
      if (!(there.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException(there);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers(), "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(record(eventId, answer, board));
    }
  }

  private static ProducerRecord<byte[], byte[]> record(
      UUID eventId, FeedbackReceived answer, String board) {
    var record =
        new ProducerRecord<>(
            Topic.FEEDBACK.address(), bytes(answer.candidateId()), bytes(EventJson.write(answer)));
    Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            eventId,
            "ce_type",
            EventType.of(answer).wireName(),
            "ce_source",
            Topic.FEEDBACK.source(),
            "ce_subject",
            "feedback-request-" + answer.requestId(),
            "ce_time",
            Instant.now(),
            "ce_correlationid",
            eventId,
            "ce_streamversion",
            2,
            "ce_position",
            1)
        .forEach((name, value) -> record.headers().add(name, bytes(value)));
    record.headers().add("ce_board", bytes(board));
    return record;
  }

  private static byte[] bytes(Object value) {
    return value.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String servers() {
    return Stack.kafka().bootstrapServers();
  }
}
