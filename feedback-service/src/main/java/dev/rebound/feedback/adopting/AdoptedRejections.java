package dev.rebound.feedback.adopting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Which of two asks about a rejection that a candidate adopts: the rejection itself, or the one by
 * which it was adopted. They are read in no order, and at the same time: who adopted it and who it
 * was adopted from are two persons, each in a partition of their own. So the first to write the row
 * asks, and the other knows.
 */
@ApplicationScoped
public class AdoptedRejections {

  private static final String FIRST =
      """
      insert into adopted_rejection as a (event_id, adopted) values ($1, $2)
      on conflict (event_id) do update set event_id = excluded.event_id
      returning a.adopted
      """;

  /** Longer than asking takes, so that whoever has not asked by then never will. */
  private static final String TAKE_OVER =
      """
      update adopted_rejection set adopted = true
      where event_id = $1 and noted_at < now() - interval '1 minute'
      """;

  private final Pool pool;

  /** Wired by the container. */
  @Inject
  public AdoptedRejections(Pool pool) {
    this.pool = pool;
  }

  /** Whether the rejection itself is to be asked about: it was not adopted before. */
  public Uni<Boolean> asksItself(UUID eventId) {
    return isAdopted(eventId, false).map(adopted -> !adopted);
  }

  /** Whether whoever adopts the rejection is the first: nobody has asked or will ask about it. */
  public Uni<Boolean> adopt(UUID eventId) {
    return isAdopted(eventId, true);
  }

  private Uni<Boolean> isAdopted(UUID eventId, boolean adopts) {
    return pool.preparedQuery(FIRST)
        .execute(Tuple.of(eventId, adopts))
        .map(rows -> rows.iterator().next().getBoolean("adopted"));
  }

  /**
   * Has whoever adopted the rejection ask, where the rejection itself was the first and did not.
   *
   * @return false where it may still be about to
   */
  public Uni<Boolean> takeOver(UUID eventId) {
    return pool.preparedQuery(TAKE_OVER)
        .execute(Tuple.of(eventId))
        .map(rows -> rows.rowCount() > 0);
  }
}
