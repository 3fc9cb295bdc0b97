package dev.rebound.feedback.asking;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Which requests there may be about an application. */
@ApplicationScoped
public class Asked {

  private final Pool pool;

  /** Wired by the container. */
  @Inject
  public Asked(Pool pool) {
    this.pool = pool;
  }

  /** Remembers a request that is about to be opened. */
  public Uni<Void> about(UUID applicationId, UUID requestId) {
    return pool.preparedQuery(
            "insert into asked (application_id, request_id) values ($1, $2) on conflict do nothing")
        .execute(Tuple.of(applicationId, requestId))
        .replaceWithVoid();
  }

  /** The requests of an application, open or not. */
  public Uni<List<UUID>> of(UUID applicationId) {
    return pool.preparedQuery("select request_id from asked where application_id = $1")
        .execute(Tuple.of(applicationId))
        .map(rows -> {
          List<UUID> found = new ArrayList<>();
          rows.forEach(row -> found.add(row.getUUID("request_id")));
          return found;
        });
  }
}
