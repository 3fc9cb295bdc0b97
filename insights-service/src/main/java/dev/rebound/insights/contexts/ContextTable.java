package dev.rebound.insights.contexts;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The table {@code context}, and the statements that touch it. */
final class ContextTable {

  /** Enough that two partitions seldom meet, and few enough to lock for a whole batch. */
  private static final int BUCKETS = 64;

  /** A row's name; those of a candidate stand together, as they are read. */
  record Key(UUID candidate, UUID id) implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::candidate).thenComparing(Key::id);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }

    /** What a row's sealed bytes are bound to. */
    String place() {
      return "context " + id;
    }
  }

  /**
   * A row.
   *
   * @param facts sealed under the candidate's key
   * @param revision how many events are in it
   * @param asOf when the last of them happened
   */
  record Line(Key key, byte[] facts, long revision, Instant asOf) {}

  private ContextTable() {}

  /**
   * Keeps other transactions from the rows of these candidates until this one ends, rows that do
   * not exist yet included. Taken in order, so that two batches cannot wait for each other, and
   * apart for each schema, so that a rebuild holds nobody up.
   */
  static Uni<Void> lock(SqlClient transaction, Collection<UUID> candidates) {
    Integer[] buckets =
        candidates.stream()
            .map(candidate -> Math.floorMod(candidate.hashCode(), BUCKETS))
            .distinct()
            .sorted()
            .toArray(Integer[]::new);
    return transaction
        .preparedQuery(
            """
            select pg_advisory_xact_lock(hashtext(current_schema() || '.context'), bucket)
            from unnest($1::int[]) as bucket
            """)
        .execute(Tuple.of(buckets))
        .replaceWithVoid();
  }

  static Uni<List<Line>> read(SqlClient client, List<Key> keys) {
    return client
        .preparedQuery(
            """
            select c.candidate, c.id, c.facts, c.revision, c.as_of
            from unnest($1::uuid[], $2::uuid[]) as wanted (candidate, id)
            join context c using (candidate, id)
            """)
        .execute(
            Tuple.of(column(keys, Key::candidate, UUID[]::new), column(keys, Key::id, UUID[]::new)))
        .map(ContextTable::lines);
  }

  static Uni<List<Line>> readAllOf(SqlClient client, UUID candidate) {
    return client
        .preparedQuery(
            """
            select candidate, id, facts, revision, as_of from context where candidate = $1
            """)
        .execute(Tuple.of(candidate))
        .map(ContextTable::lines);
  }

  static Uni<Revisions> revisions(SqlClient client, UUID candidate) {
    return client
        .preparedQuery(
            """
            select coalesce(sum(revision) filter (where id <> candidate), 0)::bigint as contexts,
              coalesce(sum(revision) filter (where id = candidate), 0)::bigint as decisions
            from context where candidate = $1
            """)
        .execute(Tuple.of(candidate))
        .map(rows -> rows.iterator().next())
        .map(row -> new Revisions(row.getLong("contexts"), row.getLong("decisions")));
  }

  static Uni<Void> write(SqlClient transaction, List<Line> lines) {
    return transaction
        .preparedQuery(
            """
            insert into context (candidate, id, facts, revision, as_of)
            select * from unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::bigint[], $5::timestamptz[])
            on conflict (candidate, id) do update
            set facts = excluded.facts, revision = excluded.revision, as_of = excluded.as_of
            """)
        .execute(
            Tuple.of(
                column(lines, line -> line.key().candidate(), UUID[]::new),
                column(lines, line -> line.key().id(), UUID[]::new),
                column(lines, line -> Buffer.buffer(line.facts()), Buffer[]::new),
                column(lines, Line::revision, Long[]::new),
                column(lines, line -> line.asOf().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new)))
        .replaceWithVoid();
  }

  private static List<Line> lines(RowSet<Row> rows) {
    List<Line> lines = new ArrayList<>();
    for (Row row : rows) {
      lines.add(
          new Line(
              new Key(row.getUUID("candidate"), row.getUUID("id")),
              row.getBuffer("facts").getBytes(),
              row.getLong("revision"),
              row.getOffsetDateTime("as_of").toInstant()));
    }
    return lines;
  }

  private static <T, V> V[] column(
      List<T> rows, Function<? super T, ? extends V> value, IntFunction<V[]> array) {
    return rows.stream().map(value).toArray(array);
  }
}
