package dev.rebound.insights.feedbackquality;

import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Problems;
import dev.rebound.chassis.http.Reads;
import dev.rebound.chassis.http.Roles;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/boards/{board}/feedback-quality}. */
@Path("/api/v1/boards/{board}/feedback-quality")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Boards")
public class FeedbackQualityResource {

  /** Of fewer people no figure is given. */
  private static final int FEWEST_CANDIDATES = 20;

  /** How long the database may take over the statement. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final String COUNT =
      """
      select count(*) as requests, count(answered_at) as answered,
        count(*) filter (where specific) as specific,
        count(distinct candidate_id) as candidates,
        percentile_cont(0.5) within group (
          order by extract(epoch from answered_at - requested_at) / 86400.0)::float8 as median_days
      from board_request where board = $1
      """;

  private final Pool pool;
  private final Caller caller;
  private final Reads reads;

  /** Wired by the container. */
  @Inject
  public FeedbackQualityResource(Pool pool, Caller caller, Reads reads) {
    this.pool = pool;
    this.caller = caller;
    this.reads = reads;
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
      long requests, long answered, @Nullable Double medianDays, long specific) {}

  /** The board's own figures, of at least twenty candidates. */
  @GET
  @RolesAllowed({Roles.BOARD_INTEGRATION, Roles.BOARD_ADMIN})
  @Operation(
      summary = "How the board's recruiters answer",
      description = "404 where fewer than 20 candidates are concerned.")
  public Uni<FeedbackQuality> quality(@RestPath String board, @RestQuery @Nullable UUID after) {
    if (caller.board().filter(board::equals).isEmpty()) {
      throw Problems.notFound();
    }
    return reads.after(
        after,
        () ->
            pool.preparedQuery(COUNT)
                .execute(Tuple.of(board))
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .map(rows -> answer(rows.iterator().next())));
  }

  private static FeedbackQuality answer(Row row) {
    if (row.getLong("candidates") < FEWEST_CANDIDATES) {
      throw Problems.notFound();
    }
    Double days = row.getDouble("median_days");
    return new FeedbackQuality(
        row.getLong("requests"),
        row.getLong("answered"),
        days == null ? null : Math.round(days * 10) / 10.0,
        row.getLong("specific"));
  }
}
