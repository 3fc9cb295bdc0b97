package dev.rebound.feedback.inviting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** The links that are out, and the letters that are still to be sent. */
@ApplicationScoped
public class OutstandingLetters {

  private final Pool pool;

  /** Wired by the container. */
  @Inject
  public OutstandingLetters(Pool pool) {
    this.pool = pool;
  }

  /** Makes those of one request lead to another. */
  public Uni<Void> move(UUID from, UUID to) {
    return pool.preparedQuery("update invitation_token set request_id = $2 where request_id = $1")
        .execute(Tuple.of(from, to))
        .chain(() ->
            pool.preparedQuery(
                    """
                    update invitation set request_id = $2
                     where request_id = $1 and outcome is null
                    """)
                .execute(Tuple.of(from, to)))
        .replaceWithVoid();
  }
}
