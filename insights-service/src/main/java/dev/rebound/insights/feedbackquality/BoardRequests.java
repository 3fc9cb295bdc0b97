package dev.rebound.insights.feedbackquality;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the table {@code board_request}. */
@ApplicationScoped
public class BoardRequests {

  /**
   * What was handed over to whom it waited for is one request, of one person, since it was first
   * made.
   */
  private static final String COUNT =
      """
      with mine as (select * from board_request where board = $1), counted as (
        select coalesce(later.candidate_id, first.candidate_id) as candidate, first.requested_at,
          least(first.answered_at, later.answered_at) as answered_at,
          first.specific or coalesce(later.specific, false) as specific
        from mine as first
        left join mine as later on later.cause = first.asked_event
        where not exists (select from mine as former where former.asked_event = first.cause))
      select count(*) as requests, count(answered_at) as answered,
        count(*) filter (where specific) as specific,
        count(distinct candidate) as candidates,
        percentile_cont(0.5) within group (
          order by extract(epoch from answered_at - requested_at) / 86400.0)::float8 as median_days
      from counted
      """;

  private static final String OF =
      """
      select request_id, board, requested_at, answered_at, specific
      from board_request where candidate_id = $1 order by requested_at, request_id
      """;

  /** From so many on, counting takes long enough that the figures are kept for a while. */
  private static final long MANY = 1_000;

  private static final Duration KEPT = Duration.ofMinutes(1);

  private static final int MOST_BOARDS = 1_000;

  private final ScopedPool pool;
  private final AsyncCache<String, Figures> kept =
      Caffeine.newBuilder().maximumSize(MOST_BOARDS).expireAfterWrite(KEPT).buildAsync();

  /** Wired by the container. */
  @Inject
  public BoardRequests(ScopedPool pool) {
    this.pool = pool;
  }

  /**
   * How a board's recruiters answer.
   *
   * @param requests how many were asked for feedback
   * @param answered how many of those were answered
   * @param medianDays from the request to the first answer, to a tenth; null where nobody answered
   * @param specific how many were answered so that a candidate can act on it
   */
  public record FeedbackQuality(
      long requests,
      long answered,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double medianDays,
      long specific) {}

  /**
   * A board's figures.
   *
   * @param candidates how many people they are of
   */
  public record Figures(long candidates, FeedbackQuality quality) {}

  /**
   * The figures of a board's requests; where there are many, those of up to a minute ago. Whoever
   * asks meanwhile waits for the same count: each goes through all that the board ever had.
   */
  public Uni<Figures> lately(String board) {
    return Uni.createFrom()
        .completionStage(() ->
            // A copy: whoever goes away ends the count for nobody else.
            kept.get(board, (name, _) -> figures(name).subscribeAsCompletionStage()).copy())
        .invoke(figures -> {
          if (figures.quality().requests() < MANY) {
            kept.synchronous().invalidate(board);
          }
        });
  }

  /** The figures of a board's requests, as they are now. */
  public Uni<Figures> figures(String board) {
    return run(Scope.ofBoard(board), COUNT, Tuple.of(board))
        .map(rows -> figures(rows.iterator().next()));
  }

  private static Figures figures(Row row) {
    Double days = row.getDouble("median_days");
    return new Figures(
        row.getLong("candidates"),
        new FeedbackQuality(
            row.getLong("requests"),
            row.getLong("answered"),
            days == null ? null : Math.round(days * 10) / 10.0,
            row.getLong("specific")));
  }

  /** A request as it counts for its board. */
  public record Counted(
      UUID requestId,
      String board,
      Instant requestedAt,
      @Nullable Instant answeredAt,
      boolean specific) {}

  /** A candidate's own requests that count for a board, the oldest first. */
  public Uni<List<Counted>> of(UUID candidate) {
    return run(Scope.ofPerson(candidate), OF, Tuple.of(candidate))
        .map(rows -> {
          List<Counted> all = new ArrayList<>();
          for (Row row : rows) {
            OffsetDateTime answered = row.getOffsetDateTime("answered_at");
            all.add(
                new Counted(
                    row.getUUID("request_id"),
                    row.getString("board"),
                    row.getOffsetDateTime("requested_at").toInstant(),
                    answered == null ? null : answered.toInstant(),
                    row.getBoolean("specific")));
          }
          return all;
        });
  }

  private Uni<RowSet<Row>> run(Scope scope, String sql, Tuple values) {
    return pool.query(scope, sql, values);
  }
}
