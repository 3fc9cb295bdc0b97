package dev.rebound.eventstore.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;

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
    String statement =
        """
        delete from %1$s where ctid = any(array(
          select ctid from %1$s where %2$s limit %3$d for update skip locked))
        """
            .formatted(table, old, AT_ONCE);
    return again(client, statement);
  }

  private static Uni<Void> again(SqlClient client, String statement) {
    return client
        .query(statement)
        .execute()
        .chain(deleted ->
            deleted.rowCount() < AT_ONCE ? Uni.createFrom().voidItem() : again(client, statement));
  }
}
