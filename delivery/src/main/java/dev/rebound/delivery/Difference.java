package dev.rebound.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.delivery.Projection.SealedColumn;
import dev.rebound.delivery.Rebuild.Outcome;
import dev.rebound.events.EventJson;
import dev.rebound.sealing.Sealing;
import dev.rebound.sealing.Sealing.Sealed;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rows in which the replaced tables differ from the new ones, by all that is in them:
 * sealed columns are opened, since the same words have other bytes each time they are sealed. Where
 * they hold what a reader made of words, it counts what another version of the reader changed.
 */
final class Difference {

  /** How many rows are compared at a time, and about how many sealed bytes of both tables. */
  private static final int PAGE = 1_000;

  private static final long PAGE_BYTES = 4_000_000;
  private static final int FIRST_PAGE = 100;
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private static final String COLUMNS =
      """
      select a.attname as name, coalesce(a.attnum = any(i.indkey), false) as key
      from pg_attribute a left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
      where a.attrelid = ('public.' || $1)::regclass and a.attnum > 0 and not a.attisdropped
      """;

  private final Projection projection;
  private final SqlConnection snapshot;
  private final Sealing sealing;
  private final String former;
  private final Map<List<String>, Rereading> rereadings = new LinkedHashMap<>();

  /**
   * Compares what this transaction sees.
   *
   * @param former the schema of the replaced tables
   */
  Difference(Projection projection, SqlConnection snapshot, Sealing sealing, String former) {
    this.projection = projection;
    this.snapshot = snapshot;
    this.sealing = sealing;
    this.former = former;
  }

  /** What is new, gone, or other than it was; to be asked once. */
  Outcome outcome() throws InterruptedException {
    long differing = 0;
    for (String table : projection.tables()) {
      differing +=
          count(
              table,
              projection.sealed().stream().filter(column -> column.table().equals(table)).toList());
    }
    return new Outcome(differing, List.copyOf(rereadings.values()));
  }

  private long count(String table, List<SealedColumn> sealed) throws InterruptedException {
    Cursor rows =
        snapshot
            .prepare(query(table, sealed))
            .map(statement -> statement.cursor(Tuple.tuple()))
            .await()
            .atMost(LIMIT);
    long differing = 0;
    int next = FIRST_PAGE;
    do {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      RowSet<Row> page = rows.read(next).await().atMost(LIMIT);
      differing += count(page, sealed);
      next = Math.clamp(PAGE_BYTES * next / Math.max(1, bytes(page, sealed.size())), 1, PAGE);
    } while (rows.hasMore());
    rows.close().await().atMost(LIMIT);
    return differing;
  }

  private static long bytes(RowSet<Row> page, int sealed) {
    long bytes = 0;
    for (Row row : page) {
      for (int column = 0; column < sealed; column++) {
        for (String side : List.of("a_", "b_")) {
          Buffer box = box(row, side + column);
          bytes += box == null ? 0 : box.length();
        }
      }
    }
    return bytes;
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

  private long count(RowSet<Row> page, List<SealedColumn> sealed) {
    Set<Row> differing = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Row> rows = new ArrayList<>();
    for (Row row : page) {
      rows.add(row);
      if (row.getBoolean("differs")) {
        differing.add(row);
      }
    }
    for (int column = 0; column < sealed.size(); column++) {
      differing.addAll(differingIn(rows, column, sealed.get(column)));
    }
    return differing.size();
  }

  /** Which of the rows have something else in a sealed column; notes what was read otherwise. */
  private List<Row> differingIn(List<Row> rows, int number, SealedColumn column) {
    List<Row> differing = new ArrayList<>();
    List<Row> both = new ArrayList<>();
    for (Row row : rows) {
      boolean before = box(row, "a_" + number) != null;
      boolean after = box(row, "b_" + number) != null;
      if (before && after) {
        both.add(row);
      } else if (before != after) {
        differing.add(row);
      }
    }
    List<Optional<byte[]>> before = open(both, number, "a_");
    List<Optional<byte[]>> after = open(both, number, "b_");
    for (int i = 0; i < both.size(); i++) {
      byte[] was = before.get(i).orElse(null);
      byte[] is = after.get(i).orElse(null);
      if (!same(was, is)) {
        differing.add(both.get(i));
        if (was != null && is != null) {
          noteReadings(projection.texts(column, was), projection.texts(column, is));
        }
      }
    }
    return differing;
  }

  private void noteReadings(Map<String, ReadText> before, Map<String, ReadText> after) {
    before.forEach((text, was) -> {
      ReadText is = after.get(text);
      if (is != null && !was.reader().equals(is.reader())) {
        rereadings.merge(
            List.of(was.reader(), is.reader()), Rereading.of(was, is), Rereading::plus);
      }
    });
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
