package dev.rebound.eventstore.postgres;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.Optional;

/**
 * A lock that one process of a service holds for as long as its connection lives: the database
 * frees it when the process dies. Blocking; not for event loops.
 *
 * @param connection the connection that holds it. Whoever works on it cannot work on without the
 *     lock.
 */
public record SessionLock(SqlConnection connection) implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** Takes the lock of this name, if nobody else has it. */
  public static Optional<SessionLock> tryTake(Pool pool, String name) {
    SqlConnection connection = pool.getConnection().await().atMost(LIMIT);
    boolean taken = false;
    try {
      taken =
          connection
              .preparedQuery("select pg_try_advisory_lock(hashtextextended($1, 0)) as taken")
              .execute(Tuple.of(name))
              .await()
              .atMost(LIMIT)
              .iterator()
              .next()
              .getBoolean("taken");
    } finally {
      if (!taken) {
        connection.closeAndForget();
      }
    }
    return taken ? Optional.of(new SessionLock(connection)) : Optional.empty();
  }

  /** Gives the lock back, and the connection to its pool as it was. */
  @Override
  public void close() {
    try {
      connection
          .query("select pg_advisory_unlock_all(); reset all")
          .execute()
          .await()
          .atMost(LIMIT);
    } catch (RuntimeException lost) {
      // With the connection the lock is gone as well.
    } finally {
      connection.closeAndForget();
    }
  }
}
