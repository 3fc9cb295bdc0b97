package dev.rebound.chassis.database;

import dev.rebound.eventstore.postgres.Pruning;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Function;

/**
 * The service's database for whoever says whose rows the work is about. Tables that belong to
 * boards show nothing by any other way; all others may be reached either way.
 */
@ApplicationScoped
public class ScopedPool {

  /** How long the database may take over a statement. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Pool pool;

  /** Wired by the container. */
  @Inject
  public ScopedPool(Pool pool) {
    this.pool = pool;
  }

  /**
   * Runs one statement, which may read or write, in a transaction of its own. All that belongs to
   * it is sent at once, so it is one round trip like a statement alone.
   *
   * @param sql with parameters whose types can be told from it
   * @return fails as the statement does, and where the database takes longer than 10 s; nothing is
   *     changed where the statement fails
   */
  public Uni<RowSet<Row>> query(Scope scope, String sql, Tuple values) {
    // Where the statement fails, what is sent behind it rolls back. Nothing is waited for in
    // between, so nobody who goes away can leave the transaction open.
    return pool.withConnection(connection ->
            Uni.combine()
                .all()
                .unis(
                    connection.query("begin").execute(),
                    scope.in(connection),
                    connection.preparedQuery(sql).execute(values),
                    connection.query("commit").execute())
                .with((begun, opened, rows, ended) -> rows))
        .ifNoItem()
        .after(LIMIT)
        .fail();
  }

  /**
   * Deletes many rows as {@link Pruning} does: a few at a time, each time in a transaction of its
   * own. Where that fails in between, what was deleted stays deleted.
   *
   * @param old which rows, as a condition in SQL
   * @param values the condition's parameters
   */
  public Uni<Void> prune(Scope scope, String table, String old, Tuple values) {
    return Pruning.prune(table, old, sql -> query(scope, sql, values));
  }

  /**
   * Runs work in a transaction, whose scope is opened in the same round trip as its first
   * statement; it costs two more than {@link #query}, to begin and to commit.
   *
   * @param work to be kept short: a transaction that has written something holds back everybody who
   *     reads the event table
   */
  public <T> Uni<T> transaction(Scope scope, Function<SqlConnection, Uni<T>> work) {
    return pool.withTransaction(transaction ->
        Uni.combine()
            .all()
            .unis(scope.in(transaction), work.apply(transaction))
            .with((opened, result) -> result));
  }
}
