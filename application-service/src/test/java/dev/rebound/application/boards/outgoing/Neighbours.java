package dev.rebound.application.boards.outgoing;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.events.EventJson;
import dev.rebound.events.EventType;
import dev.rebound.events.FeedbackEvent.FeedbackReceived;
import dev.rebound.events.FeedbackEvent.FeedbackRequested;
import dev.rebound.events.FeedbackSource;
import dev.rebound.events.FeedbackSpecificity;
import dev.rebound.events.InsightsEvent.RefinementAccepted;
import dev.rebound.events.InsightsEvent.SearchProfileChanged;
import dev.rebound.events.Posting;
import dev.rebound.events.ReboundEvent;
import dev.rebound.events.Recruiter;
import dev.rebound.events.RefinementKind;
import dev.rebound.events.RequestOrigin;
import dev.rebound.events.SearchProfile;
import dev.rebound.events.SpecificityLevel;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.StreamId;
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
import org.jspecify.annotations.Nullable;

/** Plays the other services: publishes what they would, on the real topics. */
final class Neighbours {

  private Neighbours() {}

  /** A recruiter's answer to a request that no other test knows. */
  static FeedbackReceived answer(SpecificityLevel level) {
    return answer(level, UuidCreator.getTimeOrderedEpoch());
  }

  /** A recruiter's answer about a candidate. */
  static FeedbackReceived answer(SpecificityLevel level, UUID candidate) {
    return answer(level, candidate, UuidCreator.getTimeOrderedEpoch());
  }

  /** A recruiter's answer about an application. */
  static FeedbackReceived answer(SpecificityLevel level, UUID candidate, UUID application) {
    return new FeedbackReceived(
        UuidCreator.getTimeOrderedEpoch(),
        UuidCreator.getTimeOrderedEpoch(),
        application,
        candidate,
        FeedbackSource.RECRUITER,
        LocalDate.parse("2026-10-02"),
        1,
        "You spoke about the ward and not about the people.",
        List.of(),
        List.of(),
        List.of(),
        new FeedbackSpecificity(level, 0.8, List.of(), "test"));
  }

  /** An answer is published, of a board, under an id. */
  static void answered(UUID eventId, FeedbackReceived answer, String board) {
    StreamId stream =
        new StreamId(
            "feedback-request",
            answer.requestId() == null ? answer.feedbackId() : answer.requestId());
    publish(eventId, answer, stream, 2, board);
  }

  /**
   * A recruiter of acme's is asked about an application.
   *
   * @param cause the event that led to it, null where the candidate asked
   */
  static UUID requested(UUID candidate, UUID application, @Nullable UUID cause) {
    UUID request = UuidCreator.getTimeOrderedEpoch();
    publish(
        UuidCreator.getTimeOrderedEpoch(),
        new FeedbackRequested(
            request,
            application,
            candidate,
            RequestOrigin.REJECTION,
            new Recruiter(UUID.randomUUID(), "Kim", "kim@lakeside.example"),
            new Posting("Ward manager", null, null, null, null, null, null, null, null, null, null),
            List.of(),
            null,
            "acme",
            Instant.now().plusSeconds(3600),
            null),
        new StreamId("feedback-request", request),
        1,
        "acme",
        cause);
    return request;
  }

  /**
   * A candidate accepts a suggested change of the search, which changes it.
   *
   * @param version how many events there are, the two of this included
   */
  static void refined(UUID candidate, int version) {
    StreamId stream = new StreamId("search", candidate);
    UUID call = UuidCreator.getTimeOrderedEpoch();
    publish(
        UuidCreator.getTimeOrderedEpoch(),
        new RefinementAccepted(
            candidate,
            UuidCreator.getTimeOrderedEpoch(),
            RefinementKind.EXCLUDE_TERM,
            "night shifts"),
        stream,
        version - 1,
        null,
        null,
        call);
    publish(
        UuidCreator.getTimeOrderedEpoch(), changed(candidate), stream, version, null, null, call);
  }

  /**
   * A candidate changes the search by hand.
   *
   * @param version how many events there are, this one included
   */
  static void changedByHand(UUID candidate, int version) {
    publish(
        UuidCreator.getTimeOrderedEpoch(),
        changed(candidate),
        new StreamId("search", candidate),
        version,
        null);
  }

  private static SearchProfileChanged changed(UUID candidate) {
    return new SearchProfileChanged(
        candidate,
        new SearchProfile(
            null,
            null,
            List.of("night shifts"),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null));
  }

  private static void publish(
      UUID eventId, ReboundEvent event, StreamId stream, int version, @Nullable String board) {
    publish(eventId, event, stream, version, board, null);
  }

  private static void publish(
      UUID eventId,
      ReboundEvent event,
      StreamId stream,
      int version,
      @Nullable String board,
      @Nullable UUID cause) {
    publish(eventId, event, stream, version, board, cause, eventId);
  }

  private static void publish(
      UUID eventId,
      ReboundEvent event,
      StreamId stream,
      int version,
      @Nullable String board,
      @Nullable UUID cause,
      UUID correlation) {
    Topic topic = Topic.of(event);
    beThere(topic);
    var record =
        new ProducerRecord<>(
            topic.address(), bytes(event.candidateId()), bytes(EventJson.write(event)));
    Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            eventId,
            "ce_type",
            EventType.of(event).wireName(),
            "ce_source",
            topic.source(),
            "ce_subject",
            stream,
            "ce_time",
            Instant.now(),
            "ce_correlationid",
            correlation,
            "ce_streamversion",
            version,
            "ce_position",
            1)
        .forEach((name, value) -> record.headers().add(name, bytes(value)));
    if (board != null) {
      record.headers().add("ce_board", bytes(board));
    }
    if (cause != null) {
      record.headers().add("ce_causationid", bytes(cause));
    }
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers(), "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(record);
    }
  }

  private static void beThere(Topic topic) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
      admin.createTopics(List.of(new NewTopic(topic.address(), 2, (short) 1))).all().get();
    } catch (ExecutionException failed) {
      if (!(failed.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException(failed);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static byte[] bytes(Object value) {
    return value.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String servers() {
    return Stack.kafka().bootstrapServers();
  }
}
