package dev.rebound.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/**
 * Which table of a database a stretch of the write-ahead log is for, by pg_walinspect: a record
 * counts for the table, or the table of the index, whose page it names first. What names none of
 * them is the rest: commits, above all.
 */
final class LogByTable {

  private static final String QUERY =
      """
      select coalesce(of_index.indrelid::regclass, relation.id)::text
               || case when of_index.indrelid is null then '' else ', its indexes' end as place,
             count(*) as records,
             sum(block.record_length) as bytes,
             sum(block.block_fpi_length) as pages
      from pg_get_wal_block_info('0/0'::pg_lsn + ?, '0/0'::pg_lsn + ?, false) block
        cross join lateral (select pg_filenode_relation(0, block.relfilenode) as id) relation
        left join pg_index of_index on of_index.indexrelid = relation.id
      where block.block_id = 0
        and block.reldatabase = (select oid from pg_database where datname = current_database())
        and relation.id is not null
      group by place
      order by bytes desc
      """;

  private LogByTable() {}

  /**
   * A table of it, a line a place, and the rest.
   *
   * @param from the position in the log, in bytes from its beginning, where the stretch begins
   * @param to where it ends
   * @param stored what was appended meanwhile: bytes are said for each event of it
   */
  static List<String> lines(Ground ground, String database, long from, long to, Stored stored)
      throws SQLException {
    Table table =
        new Table(
            "log of the last run", "records an event", "bytes an event", "of these whole pages");
    long rest = to - from;
    try (Connection connection = ground.superuser(database)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("create extension if not exists pg_walinspect");
      }
      try (PreparedStatement query = connection.prepareStatement(QUERY)) {
        query.setLong(1, from);
        query.setLong(2, to);
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            long bytes = rows.getLong("bytes");
            rest -= bytes;
            table.row(
                rows.getString("place"),
                String.format(
                    Locale.ROOT, "%.2f", (double) rows.getLong("records") / stored.events()),
                Long.toString(bytes / stored.events()),
                Long.toString(rows.getLong("pages") / stored.events()));
          }
        }
      }
    }
    table.row("the rest", "", Long.toString(rest / stored.events()), "");
    return table.lines();
  }
}
