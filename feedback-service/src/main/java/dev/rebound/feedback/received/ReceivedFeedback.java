package dev.rebound.feedback.received;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.events.EventJson;
import dev.rebound.events.EventType;
import dev.rebound.events.FeedbackEvent.FeedbackReceived;
import dev.rebound.sealing.Sealing;
import dev.rebound.sealing.Sealing.Sealed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads {@code received_feedback}. */
@ApplicationScoped
public class ReceivedFeedback {

  private static final String PAGE =
      """
      select feedback_id, candidate_id, feedback, reading from received_feedback
      where candidate_id = $1
        and ($2::uuid is null or application_id = $2)
        and ($3::date is null or (received_on, feedback_id) < ($3, $4::uuid))
      order by received_on desc, feedback_id desc
      limit $5
      """;

  private final Pool pool;
  private final Sealing sealing;

  /** Wired by the container. */
  @Inject
  public ReceivedFeedback(Pool pool, Sealing sealing) {
    this.pool = pool;
    this.sealing = sealing;
  }

  /**
   * A piece of feedback.
   *
   * @param reading null where nobody has read it since readings are kept
   */
  record Kept(FeedbackReceived feedback, @Nullable FeedbackReading reading) {}

  /** Where the last page ended. */
  record Last(LocalDate receivedOn, UUID feedbackId) {}

  /** A candidate's feedback, newest first. */
  Uni<List<Kept>> page(
      UUID candidateId, @Nullable UUID applicationId, @Nullable Last last, int limit) {
    return pool.preparedQuery(PAGE)
        .execute(
            Tuple.of(
                candidateId,
                applicationId,
                last == null ? null : last.receivedOn(),
                last == null ? null : last.feedbackId(),
                limit))
        .onItem()
        .transformToUni(this::open);
  }

  private Uni<List<Kept>> open(RowSet<Row> rows) {
    List<Sealed> feedback = new ArrayList<>();
    Map<UUID, Sealed> readings = new LinkedHashMap<>();
    List<UUID> ids = new ArrayList<>();
    for (Row row : rows) {
      UUID id = row.getUUID("feedback_id");
      UUID candidate = row.getUUID("candidate_id");
      ids.add(id);
      feedback.add(
          new Sealed(
              candidate,
              row.getBuffer("feedback").getBytes(),
              ReceivedFeedbackProjection.place(id)));
      Buffer reading = row.getBuffer("reading");
      if (reading != null) {
        readings.put(
            id,
            new Sealed(
                candidate, reading.getBytes(), ReceivedFeedbackProjection.placeOfReading(id)));
      }
    }
    return Uni.combine()
        .all()
        .unis(openAll(feedback), openAll(List.copyOf(readings.values())))
        .with((words, read) -> kept(ids, words, List.copyOf(readings.keySet()), read));
  }

  private Uni<List<Optional<byte[]>>> openAll(List<Sealed> boxes) {
    return boxes.isEmpty() ? Uni.createFrom().item(List.of()) : sealing.openAll(boxes);
  }

  private List<Kept> kept(
      List<UUID> ids,
      List<Optional<byte[]>> feedback,
      List<UUID> readIds,
      List<Optional<byte[]>> readings) {
    Map<UUID, FeedbackReading> byId = new HashMap<>();
    for (int i = 0; i < readIds.size(); i++) {
      UUID id = readIds.get(i);
      readings.get(i).ifPresent(json -> byId.put(id, FeedbackReading.parse(json)));
    }
    List<Kept> kept = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      FeedbackReading reading = byId.get(ids.get(i));
      feedback.get(i).ifPresent(json -> kept.add(new Kept(read(json), reading)));
    }
    return kept;
  }

  private FeedbackReceived read(byte[] json) {
    try {
      ObjectNode tree = (ObjectNode) EventJson.mapper().readTree(json);
      EventType type = EventType.FEEDBACK_RECEIVED;
      return (FeedbackReceived) EventJson.read(type, type.version(), tree);
    } catch (IOException notOurs) {
      throw new IllegalStateException("sealed feedback that was written can be read");
    }
  }
}
