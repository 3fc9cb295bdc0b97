package dev.rebound.feedback.adopting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * The rejections that a candidate has adopted. The two are read in no order: who adopted it and who
 * it was adopted from are two persons, each in a partition of their own.
 */
@ApplicationScoped
public class AdoptedRejections {

  private final Pool pool;

  /** Wired by the container. */
  @Inject
  public AdoptedRejections(Pool pool) {
    this.pool = pool;
  }

  /** Remembers that it was adopted. */
  public Uni<Void> note(UUID eventId) {
    return pool.preparedQuery(
            "insert into adopted_rejection (event_id) values ($1) on conflict do nothing")
        .execute(Tuple.of(eventId))
        .replaceWithVoid();
  }

  /** Whether it is known to be adopted. */
  public Uni<Boolean> has(UUID eventId) {
    return pool.preparedQuery("select from adopted_rejection where event_id = $1")
        .execute(Tuple.of(eventId))
        .map(rows -> rows.rowCount() > 0);
  }
}
