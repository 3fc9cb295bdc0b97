package dev.rebound.feedback.received;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.events.EventJson;
import dev.rebound.events.EventType;
import dev.rebound.events.FeedbackEvent.FeedbackReceived;
import dev.rebound.sealing.Sealing;
import dev.rebound.sealing.Sealing.Sealed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads {@code received_feedback}. */
@ApplicationScoped
public class ReceivedFeedback {

  private static final String PAGE =
      """
      select feedback_id, candidate_id, feedback from received_feedback
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

  /** Where the last page ended. */
  record Last(LocalDate receivedOn, UUID feedbackId) {}

  /** A candidate's feedback, newest first. */
  Uni<List<FeedbackReceived>> page(
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

  private Uni<List<FeedbackReceived>> open(RowSet<Row> rows) {
    List<Sealed> sealed = new ArrayList<>();
    for (Row row : rows) {
      sealed.add(
          new Sealed(
              row.getUUID("candidate_id"),
              row.getBuffer("feedback").getBytes(),
              ReceivedFeedbackProjection.place(row.getUUID("feedback_id"))));
    }
    return sealed.isEmpty()
        ? Uni.createFrom().item(List.of())
        : sealing
            .openAll(sealed)
            .map(open -> open.stream().flatMap(Optional::stream).map(this::read).toList());
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
