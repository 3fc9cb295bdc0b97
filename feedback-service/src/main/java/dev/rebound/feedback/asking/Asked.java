package dev.rebound.feedback.asking;

import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Which requests there may be about an application: those that were written down before they were
 * opened, and those that are known to be open, which outlast a loss of the former.
 */
@ApplicationScoped
public class Asked {

  private static final String ABOUT =
      """
      insert into asked (application_id, request_id, rejection) values ($1, $2, $3)
      on conflict do nothing
      """;

  private static final String OF =
      """
      select request_id from asked where application_id = $2
      union
      select request_id from feedback_request where candidate_id = $1 and application_id = $2
      """;

  /** Ids of events are in the order of time. */
  private static final String BEFORE =
      """
      select request_id from (%s) as about
      where not exists (
        select from asked
        where asked.application_id = $2 and asked.request_id = about.request_id
          and asked.rejection > $3)
      """
          .formatted(OF);

  private final ScopedPool pool;

  /** Wired by the container. */
  @Inject
  public Asked(ScopedPool pool) {
    this.pool = pool;
  }

  /**
   * Remembers a request that is about to be opened.
   *
   * @param rejection the event that told of the rejection it is about
   */
  public Uni<Void> about(UUID candidateId, UUID applicationId, UUID requestId, UUID rejection) {
    return pool.query(
            Scope.ofPerson(candidateId), ABOUT, Tuple.of(applicationId, requestId, rejection))
        .replaceWithVoid();
  }

  /** The requests of an application, open or not. */
  public Uni<List<UUID>> of(UUID candidateId, UUID applicationId) {
    return pool.query(Scope.ofPerson(candidateId), OF, Tuple.of(candidateId, applicationId))
        .map(Asked::ids);
  }

  /** Those about rejections from before an event of the application. */
  public Uni<List<UUID>> before(UUID candidateId, UUID applicationId, UUID eventId) {
    return pool.query(
            Scope.ofPerson(candidateId), BEFORE, Tuple.of(candidateId, applicationId, eventId))
        .map(Asked::ids);
  }

  private static List<UUID> ids(RowSet<Row> rows) {
    List<UUID> found = new ArrayList<>();
    rows.forEach(row -> found.add(row.getUUID("request_id")));
    return found;
  }
}
