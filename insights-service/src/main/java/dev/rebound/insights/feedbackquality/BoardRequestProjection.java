package dev.rebound.insights.feedbackquality;

import dev.rebound.delivery.Projection;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.insights.feedbackquality.Outcome.Asked;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Keeps {@code board_request}; a request comes before its answers, since they are one stream. */
@ApplicationScoped
public class BoardRequestProjection implements Projection {

  private static final String ASKED =
      """
      insert into board_request
        (request_id, board, candidate_id, requested_at, asked_event, cause, specific)
      select asked.*, false
      from unnest($1::uuid[], $2::text[], $3::uuid[], $4::timestamptz[], $5::uuid[], $6::uuid[])
        as asked
      on conflict (request_id) do nothing
      """;

  private static final String ANSWERED =
      """
      update board_request set
        answered_at = least(answered_at, answer.at), specific = specific or answer.good
      from unnest($1::uuid[], $2::timestamptz[], $3::boolean[]) as answer (request, at, good)
      where request_id = answer.request
      """;

  @Override
  public String name() {
    return "board-request";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.FEEDBACK);
  }

  @Override
  public List<String> tables() {
    return List.of("board_request");
  }

  @Override
  public Uni<Void> apply(SqlConnection transaction, List<StoredEvent> batch) {
    Collection<Outcome> outcomes = Outcome.of(batch);
    List<Outcome> asked = outcomes.stream().filter(it -> it.asked() != null).toList();
    List<Outcome> answered = outcomes.stream().filter(it -> it.answeredAt() != null).toList();
    Uni<Void> done = Uni.createFrom().voidItem();
    if (!asked.isEmpty()) {
      done = run(transaction, ASKED, asked(asked));
    }
    return answered.isEmpty()
        ? done
        : done.chain(() -> run(transaction, ANSWERED, answered(answered)));
  }

  private static Uni<Void> run(SqlConnection transaction, String sql, Tuple values) {
    return transaction.preparedQuery(sql).execute(values).replaceWithVoid();
  }

  private static Tuple asked(List<Outcome> outcomes) {
    List<Asked> asked = outcomes.stream().map(Outcome::asked).map(Objects::requireNonNull).toList();
    return Tuple.from(
        new Object[] {
          ids(outcomes),
          asked.stream().map(Asked::board).toArray(String[]::new),
          asked.stream().map(Asked::candidateId).toArray(UUID[]::new),
          asked.stream().map(it -> utc(it.at())).toArray(OffsetDateTime[]::new),
          asked.stream().map(Asked::event).toArray(UUID[]::new),
          asked.stream().map(Asked::cause).toArray(UUID[]::new)
        });
  }

  private static Tuple answered(List<Outcome> outcomes) {
    return Tuple.from(
        new Object[] {
          ids(outcomes),
          outcomes.stream()
              .map(Outcome::answeredAt)
              .map(Objects::requireNonNull)
              .map(BoardRequestProjection::utc)
              .toArray(OffsetDateTime[]::new),
          outcomes.stream().map(Outcome::specific).toArray(Boolean[]::new)
        });
  }

  private static UUID[] ids(List<Outcome> outcomes) {
    return outcomes.stream().map(Outcome::requestId).toArray(UUID[]::new);
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
