package dev.rebound.feedback.received;

import dev.rebound.delivery.Projection;
import dev.rebound.events.EventJson;
import dev.rebound.events.FeedbackEvent.FeedbackReceived;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.sealing.Sealing;
import dev.rebound.sealing.Sealing.Clear;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Keeps {@code received_feedback}. A piece whose words are erased already is left out. */
@ApplicationScoped
public class ReceivedFeedbackProjection implements Projection {

  private static final String INSERT =
      """
      insert into received_feedback
        (feedback_id, candidate_id, application_id, received_on, feedback)
      select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::date[], $5::bytea[])
      on conflict (feedback_id) do nothing
      """;

  private final Sealing sealing;

  /** Wired by the container. */
  @Inject
  public ReceivedFeedbackProjection(Sealing sealing) {
    this.sealing = sealing;
  }

  @Override
  public String name() {
    return "received-feedback";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.FEEDBACK);
  }

  @Override
  public List<String> tables() {
    return List.of("received_feedback");
  }

  @Override
  public List<SealedColumn> sealed() {
    return List.of(
        new SealedColumn(
            "received_feedback",
            "feedback",
            "candidate_id",
            "'received_feedback/' || feedback_id"));
  }

  @Override
  public Uni<Void> apply(SqlConnection transaction, List<StoredEvent> batch) {
    List<FeedbackReceived> received =
        batch.stream()
            .map(StoredEvent::event)
            .filter(FeedbackReceived.class::isInstance)
            .map(FeedbackReceived.class::cast)
            .filter(feedback -> feedback.comments() != null)
            .toList();
    if (received.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return sealing
        .sealAll(received.stream().map(ReceivedFeedbackProjection::clear).toList())
        .onItem()
        .transformToUni(boxes -> transaction.preparedQuery(INSERT).execute(tuple(received, boxes)))
        .replaceWithVoid();
  }

  private static Clear clear(FeedbackReceived feedback) {
    return new Clear(
        feedback.candidateId(),
        EventJson.write(feedback).toString().getBytes(StandardCharsets.UTF_8),
        place(feedback.feedbackId()));
  }

  private static Tuple tuple(List<FeedbackReceived> received, List<byte[]> boxes) {
    return Tuple.from(
        new Object[] {
          received.stream().map(FeedbackReceived::feedbackId).toArray(UUID[]::new),
          received.stream().map(FeedbackReceived::candidateId).toArray(UUID[]::new),
          received.stream().map(FeedbackReceived::applicationId).toArray(UUID[]::new),
          received.stream().map(FeedbackReceived::receivedOn).toArray(LocalDate[]::new),
          boxes.stream().map(Buffer::buffer).toArray(Buffer[]::new)
        });
  }

  /** What binds a sealed piece to its row. */
  static String place(UUID feedbackId) {
    return "received_feedback/" + feedbackId;
  }
}
