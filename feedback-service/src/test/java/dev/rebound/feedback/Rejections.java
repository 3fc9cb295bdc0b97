package dev.rebound.feedback;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.events.ApplicationEvent.ApplicationRejected;
import dev.rebound.events.ApplicationEvent.ApplicationReopened;
import dev.rebound.events.EventJson;
import dev.rebound.events.EventType;
import dev.rebound.events.Posting;
import dev.rebound.events.Recruiter;
import dev.rebound.events.RejectionSource;
import dev.rebound.events.StageKind;
import dev.rebound.events.Topic;
import dev.rebound.testkit.Stack;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

/** Plays the application-service: publishes what happens to applications, on the real topic. */
public final class Rejections {

  /** Of every candidate. */
  public static final String CANDIDATE_NAME = "Wren Ashby";

  private Rejections() {}

  /**
   * An application.
   *
   * @param recruiter the address of whom to ask, or null
   */
  public record Played(
      UUID applicationId,
      UUID candidateId,
      String title,
      @Nullable String recruiter,
      @Nullable String board) {

    /** One that no other test knows. */
    public static Played of(UUID candidateId, String title, @Nullable String recruiter) {
      return of(candidateId, title, recruiter, null);
    }

    /** The same, reported by a board. */
    public static Played of(
        UUID candidateId, String title, @Nullable String recruiter, @Nullable String board) {
      return new Played(UuidCreator.getTimeOrderedEpoch(), candidateId, title, recruiter, board);
    }
  }

  /** Tells that it was rejected; answers with the event's id. */
  public static UUID reject(Played application, UUID recruiterId) {
    UUID eventId = UuidCreator.getTimeOrderedEpoch();
    publish(application, 1, eventId, rejected(application, recruiterId));
    return eventId;
  }

  /** Tells that it was rejected on a day; answers with the event's id. */
  public static UUID reject(Played application, UUID recruiterId, LocalDate rejectedOn) {
    UUID eventId = UuidCreator.getTimeOrderedEpoch();
    publish(application, 1, eventId, rejected(application, recruiterId, rejectedOn));
    return eventId;
  }

  /** Tells that a candidate has adopted a rejection that waited; answers with the event's id. */
  public static UUID adopt(Played application, UUID recruiterId, UUID waited) {
    UUID eventId = UuidCreator.getTimeOrderedEpoch();
    publish(application, 1, eventId, waited, rejected(application, recruiterId));
    return eventId;
  }

  /** Tells that a rejection was taken back; answers with the event's id. */
  public static UUID reopen(Played application) {
    UUID eventId = UuidCreator.getTimeOrderedEpoch();
    publish(
        application,
        2,
        eventId,
        new ApplicationReopened(application.applicationId(), application.candidateId()));
    return eventId;
  }

  /** The event by which it is rejected, just now. */
  public static ApplicationRejected rejected(Played application, UUID recruiterId) {
    return rejected(application, recruiterId, LocalDate.now(ZoneOffset.UTC));
  }

  /** The event by which it is rejected on a day. */
  public static ApplicationRejected rejected(
      Played application, UUID recruiterId, LocalDate rejectedOn) {
    String email = application.recruiter();
    return new ApplicationRejected(
        application.applicationId(),
        application.candidateId(),
        StageKind.TECHNICAL_INTERVIEW,
        rejectedOn,
        application.board() == null ? RejectionSource.CANDIDATE : RejectionSource.BOARD,
        null,
        "No.",
        new Posting(
            application.title(),
            "Windmill Works",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            null),
        List.of(StageKind.RECRUITER_SCREEN, StageKind.TECHNICAL_INTERVIEW),
        email == null ? null : new Recruiter(recruiterId, "Robin", email),
        application.board(),
        CANDIDATE_NAME);
  }

  private static void publish(
      Played application, int version, UUID eventId, ApplicationEvent event) {
    publish(application, version, eventId, null, event);
  }

  private static void publish(
      Played application, int version, UUID eventId, @Nullable UUID cause, ApplicationEvent event) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
      admin
          .createTopics(List.of(new NewTopic(Topic.APPLICATIONS.address(), 2, (short) 1)))
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
      ProducerRecord<byte[], byte[]> record = record(application, version, eventId, event);
      if (cause != null) {
        record.headers().add("ce_causationid", bytes(cause));
      }
      producer.send(record);
    }
  }

  private static ProducerRecord<byte[], byte[]> record(
      Played application, int version, UUID eventId, ApplicationEvent event) {
    var record =
        new ProducerRecord<>(
            Topic.APPLICATIONS.address(),
            bytes(application.candidateId()),
            bytes(EventJson.write(event)));
    Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            eventId,
            "ce_type",
            EventType.of(event).wireName(),
            "ce_source",
            Topic.APPLICATIONS.source(),
            "ce_subject",
            "application-" + application.applicationId(),
            "ce_time",
            Instant.now(),
            "ce_correlationid",
            eventId,
            "ce_streamversion",
            version,
            "ce_position",
            1)
        .forEach((name, value) -> record.headers().add(name, bytes(value)));
    if (application.board() != null) {
      record.headers().add("ce_board", bytes(application.board()));
    }
    return record;
  }

  private static byte[] bytes(Object value) {
    return value.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String servers() {
    return Stack.kafka().bootstrapServers();
  }
}
