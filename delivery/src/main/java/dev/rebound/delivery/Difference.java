package dev.rebound.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.delivery.Projection.SealedColumn;
import dev.rebound.events.EventJson;
import dev.rebound.sealing.Sealing;
import dev.rebound.sealing.Sealing.Sealed;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rows in which the replaced tables differ from the new ones, by all that is in them:
 * sealed columns are opened, since the same words have other bytes each time they are sealed.
 */
final class Difference {

  private static final int PAGE = 1_000;
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private static final String COLUMNS =
      """
      select a.attname as name, coalesce(a.attnum = any(i.indkey), false) as key
      from pg_attribute a left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
      where a.attrelid = ('public.' || $1)::regclass and a.attnum > 0 and not a.attisdropped
      """;

  private final SqlConnection snapshot;
  private final Sealing sealing;
  private final String former;

  /**
   * Compares what this transaction sees.
   *
   * @param former the schema of the replaced tables
   */
  Difference(SqlConnection snapshot, Sealing sealing, String former) {
    this.snapshot = snapshot;
    this.sealing = sealing;
    this.former = former;
  }

  /** How many rows of a projection are new, gone, or other than they were. */
  long count(Projection projection) throws InterruptedException {
    long differing = 0;
    for (String table : projection.tables()) {
      differing +=
          count(
              table,
              projection.sealed().stream().filter(column -> column.table().equals(table)).toList());
    }
    return differing;
  }

  private long count(String table, List<SealedColumn> sealed) throws InterruptedException {
    Cursor rows =
        snapshot
            .prepare(query(table, sealed))
            .map(statement -> statement.cursor(Tuple.tuple()))
            .await()
            .atMost(LIMIT);
    long differing = 0;
    do {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      differing += count(rows.read(PAGE).await().atMost(LIMIT), sealed.size());
    } while (rows.hasMore());
    rows.close().await().atMost(LIMIT);
    return differing;
  }

  private String query(String table, List<SealedColumn> sealed) {
    List<String> keys = new ArrayList<>();
    List<String> plain = new ArrayList<>();
    for (Row row : snapshot.preparedQuery(COLUMNS).execute(Tuple.of(table)).await().atMost(LIMIT)) {
      String name = row.getString("name");
      if (row.getBoolean("key")) {
        keys.add(name);
      } else if (sealed.stream().noneMatch(column -> column.column().equals(name))) {
        plain.add(name);
      }
    }
    String places =
        indexed(
            sealed,
            i ->
                ", %s as subject_%d, %s as place_%2$d"
                    .formatted(sealed.get(i).subject(), i, sealed.get(i).place()));
    String boxes =
        indexed(
            sealed,
            i ->
                ", a.%1$s as a_%2$d, b.%1$s as b_%2$d, b.subject_%2$d, b.place_%2$d"
                    .formatted(sealed.get(i).column(), i));
    return """
    select a.%1$s is null or b.%1$s is null or %2$s as differs%3$s
    from (select *%4$s from %5$s.%6$s) a full join (select *%4$s from public.%6$s) b using (%7$s)
    """
        .formatted(
            keys.getFirst(),
            plain.isEmpty()
                ? "false"
                : "row(%s) is distinct from row(%s)"
                    .formatted(prefixed("a.", plain), prefixed("b.", plain)),
            boxes,
            places,
            former,
            table,
            String.join(", ", keys));
  }

  private static String indexed(List<SealedColumn> columns, IntFunction<String> text) {
    return IntStream.range(0, columns.size()).mapToObj(text).collect(Collectors.joining());
  }

  private static String prefixed(String prefix, List<String> columns) {
    return columns.stream().map(column -> prefix + column).collect(Collectors.joining(", "));
  }

  private long count(Iterable<Row> page, int columns) {
    List<Row> alike = new ArrayList<>();
    long differing = 0;
    for (Row row : page) {
      if (row.getBoolean("differs")) {
        differing++;
      } else {
        alike.add(row);
      }
    }
    Predicate<Row> same = row -> true;
    for (int column = 0; column < columns; column++) {
      same = same.and(sameIn(alike, column));
    }
    return differing + alike.stream().filter(same.negate()).count();
  }

  /** Which of the rows have the same in a sealed column. */
  private Predicate<Row> sameIn(List<Row> rows, int column) {
    List<Row> both =
        rows.stream()
            .filter(row -> box(row, "a_" + column) != null && box(row, "b_" + column) != null)
            .toList();
    List<Optional<byte[]>> before = open(both, column, "a_");
    List<Optional<byte[]>> after = open(both, column, "b_");
    Set<Row> other = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < both.size(); i++) {
      if (!same(before.get(i).orElse(null), after.get(i).orElse(null))) {
        other.add(both.get(i));
      }
    }
    return row ->
        (box(row, "a_" + column) == null) == (box(row, "b_" + column) == null)
            && !other.contains(row);
  }

  private List<Optional<byte[]>> open(List<Row> rows, int column, String side) {
    return sealing
        .openAll(
            rows.stream()
                .map(row ->
                    new Sealed(
                        row.getUUID("subject_" + column),
                        Objects.requireNonNull(box(row, side + column)).getBytes(),
                        row.getString("place_" + column)))
                .toList())
        .await()
        .atMost(LIMIT);
  }

  private static @Nullable Buffer box(Row row, String name) {
    return row.getBuffer(name);
  }

  /** What is JSON may have its members in another order. */
  private static boolean same(byte @Nullable [] before, byte @Nullable [] after) {
    if (before == null || after == null || Arrays.equals(before, after)) {
      return before == after || Arrays.equals(before, after);
    }
    try {
      JsonNode json = EventJson.mapper().readTree(before);
      return json.equals(EventJson.mapper().readTree(after));
    } catch (IOException other) {
      return false;
    }
  }
}
