package dev.rebound.feedback.owndata;

import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import dev.rebound.chassis.owndata.Holdings;
import dev.rebound.eventstore.StreamId;
import dev.rebound.feedback.streams.GivenFeedbacks;
import dev.rebound.feedback.streams.RequestIds;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The requests for feedback about a candidate, and the feedback that was given. */
@ApplicationScoped
public class FeedbackHoldings implements Holdings {

  private static final String HELD =
      """
      select request_id as id, true as request from feedback_request where candidate_id = $1
      union all
      select feedback_id, false from received_feedback where candidate_id = $1
      """;

  private final ScopedPool pool;

  /** Wired by the container. */
  @Inject
  public FeedbackHoldings(ScopedPool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<List<StreamId>> streams(UUID candidate) {
    return pool.query(Scope.ofPerson(candidate), HELD, Tuple.of(candidate))
        .map(rows -> {
          List<StreamId> streams = new ArrayList<>();
          for (Row row : rows) {
            UUID id = row.getUUID("id");
            streams.add(
                row.getBoolean("request") ? RequestIds.stream(id) : GivenFeedbacks.stream(id));
          }
          return streams;
        });
  }

  /** Invitations and what was asked hang on the requests and applications, which go last. */
  @Override
  public List<String> deletions() {
    return List.of(
        """
        delete from invitation_token where request_id in (
          select request_id from feedback_request where candidate_id = any($1))
        """,
        """
        delete from invitation where request_id in (
          select request_id from feedback_request where candidate_id = any($1))
        """,
        """
        delete from asked where application_id in (
          select application_id from known_application where candidate_id = any($1))
        """,
        "delete from received_feedback where candidate_id = any($1)",
        "delete from feedback_request where candidate_id = any($1)",
        "delete from known_application where candidate_id = any($1)");
  }
}
