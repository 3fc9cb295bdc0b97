package dev.rebound.delivery;

import dev.rebound.eventstore.Backoff;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;

/**
 * The end of a rebuild: stops the live projection, reads what is left, and puts the new tables in
 * the place of the old ones, in one transaction.
 */
final class SwitchOver {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int TRIES = 5;

  /** A lock was not to be had in time, or two waited for each other. */
  private static final Set<String> LOCKED_OUT = Set.of("55P03", "40P01");

  /** In the order in which deliveries lock them. */
  private static final String LOCK =
      "select 1 from public.watermark where handler = $1 order by source, partition for update";

  private final Projection live;
  private final ShadowTables shadow;
  private final Following following;
  private final Pool pool;
  private final SqlConnection connection;
  private final Function<SqlConnection, Uni<Void>> alongside;

  /**
   * A switch to be run.
   *
   * @param connection the one that holds the lock of the rebuild: whoever has lost it does not
   *     switch
   * @param alongside what is to be written in the same transaction
   */
  SwitchOver(
      Projection live,
      ShadowTables shadow,
      Following following,
      Pool pool,
      SqlConnection connection,
      Function<SqlConnection, Uni<Void>> alongside) {
    this.live = live;
    this.shadow = shadow;
    this.following = following;
    this.pool = pool;
    this.connection = connection;
    this.alongside = alongside;
  }

  /**
   * Switches. Where the tables cannot be locked it is tried again, a few times.
   *
   * @return a transaction that sees the former and the new tables as they were at the switch
   */
  SqlConnection run() throws InterruptedException {
    Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(2));
    for (int tries = 1; true; tries++) {
      try {
        return tryOnce();
      } catch (PgException failed) {
        String state = failed.getSqlState();
        if (tries == TRIES || state == null || !LOCKED_OUT.contains(state)) {
          throw failed;
        }
        backoff.pause();
      }
    }
  }

  private SqlConnection tryOnce() throws InterruptedException {
    // What does not exist cannot be locked: a partition that is met for the first time just now.
    following.beginEverywhere();
    Transaction transaction = connection.begin().await().atMost(LIMIT);
    try {
      connection.preparedQuery(LOCK).execute(Tuple.of(live.name())).await().atMost(LIMIT);
      following.catchUp();
      SqlConnection snapshot = snapshot();
      try {
        shadow
            .swap(connection)
            .chain(() -> alongside.apply(connection))
            .chain(transaction::commit)
            .await()
            .atMost(LIMIT);
        return snapshot;
      } catch (RuntimeException failed) {
        snapshot.closeAndForget();
        throw failed;
      }
    } catch (RuntimeException | InterruptedException failed) {
      // To its end: the next try begins on the same connection.
      transaction.rollback().onFailure().recoverWithNull().await().atMost(LIMIT);
      throw failed;
    }
  }

  /**
   * What the tables are at this moment. It is read in the order of their keys, page by page: to
   * hash a large table first would take longer than a connection may be silent.
   */
  private SqlConnection snapshot() {
    SqlConnection snapshot = pool.getConnection().await().atMost(LIMIT);
    snapshot
        .begin()
        .chain(() ->
            snapshot.query("set transaction isolation level repeatable read, read only").execute())
        .chain(() -> snapshot.query(AllBoards.SAID).execute())
        .chain(() -> snapshot.query("set local enable_hashjoin = off").execute())
        .chain(() -> snapshot.query("set local enable_sort = off").execute())
        .chain(() -> snapshot.query("select 1").execute())
        .await()
        .atMost(LIMIT);
    return snapshot;
  }
}
