package dev.rebound.eventstore.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.function.Function;

/**
 * Deletes what is old a few rows at a time, each time in a transaction of its own: one that lasts
 * would hold up whoever reads behind the gate, in all databases of the cluster. What another
 * process deletes at the moment is left to it.
 */
public final class Pruning {

  private static final int AT_ONCE = 5_000;

  private Pruning() {}

  /**
   * Deletes all rows there are.
   *
   * @param old which, as a condition in SQL
   */
  public static Uni<Void> prune(SqlClient client, String table, String old) {
    return prune(table, old, statement -> client.query(statement).execute());
  }

  /**
   * The same where a statement comes with values, or where it has to be said whose rows it is
   * about.
   *
   * @param run runs one statement in a transaction of its own
   */
  public static Uni<Void> prune(String table, String old, Function<String, Uni<RowSet<Row>>> run) {
    String statement =
        """
        delete from %1$s where ctid = any(array(
          select ctid from %1$s where %2$s limit %3$d for update skip locked))
        """
            .formatted(table, old, AT_ONCE);
    return again(statement, run);
  }

  private static Uni<Void> again(String statement, Function<String, Uni<RowSet<Row>>> run) {
    return run.apply(statement)
        .chain(deleted ->
            deleted.rowCount() < AT_ONCE ? Uni.createFrom().voidItem() : again(statement, run));
  }
}
