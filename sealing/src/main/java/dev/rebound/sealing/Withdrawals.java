package dev.rebound.sealing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.UUID;

/**
 * The consents that were taken back, which hold at once: events tell of them as well, and a service
 * may be behind with those for as long as the broker is away.
 *
 * <p>They are kept with the keys, since that is the one place that every service asks.
 */
public final class Withdrawals {

  /** How long the database may take over a statement. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** An event that comes late does not undo what a later one has said. */
  private static final String NOTE =
      """
      insert into withdrawn_consent as known (candidate, board, withdrawn, version)
      values ($1, $2, $3, $4)
      on conflict (candidate, board) do update
      set withdrawn = excluded.withdrawn, version = excluded.version
      where known.version < excluded.version
      """;

  private static final String FORGET = "delete from withdrawn_consent where candidate = $1";

  private static final String IS_WITHDRAWN =
      "select 1 from withdrawn_consent where candidate = $1 and board = $2 and withdrawn";

  private final Pool pool;

  /** Those in the keys' database. */
  public Withdrawals(Pool pool) {
    this.pool = pool;
  }

  /**
   * Notes that a candidate allows a board something, or allows it nothing any more.
   *
   * @param version of the candidate's consents with that change; what is noted of a later one stays
   */
  public Uni<Void> note(UUID candidate, String board, boolean allowed, int version) {
    return execute(NOTE, Tuple.of(candidate, board, !allowed, version)).replaceWithVoid();
  }

  /** Whether a board was allowed something, and is not any more. */
  public Uni<Boolean> isWithdrawn(UUID candidate, String board) {
    return execute(IS_WITHDRAWN, Tuple.of(candidate, board));
  }

  /** Deletes what is noted of a candidate who is erased. */
  public Uni<Void> forget(UUID candidate) {
    return execute(FORGET, Tuple.of(candidate)).replaceWithVoid();
  }

  private Uni<Boolean> execute(String sql, Tuple values) {
    return pool.preparedQuery(sql)
        .execute(values)
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .map(rows -> rows.size() > 0);
  }
}
