package dev.rebound.eventstore.postgres;

import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.SealedEvent.Committed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reads the event table in the order of {@code (tx, position)}, and only what is behind every
 * transaction still running: so nothing can appear before a place that was read already.
 */
public final class EventLog {

  /** The gate. Without it a cursor passes over what commits late. */
  static final String GATE = "tx < pg_snapshot_xmin(pg_current_snapshot())";

  /** As {@link #sealedEvent} reads them. */
  static final String COLUMNS =
      """
      stream, version, id, type, candidate, board, correlation, causation, time, data, trace\
      """;

  /**
   * As many bytes of events as are read at once, with at least one event: a process that reads a
   * backlog of the largest events there are must not run out of memory over it.
   */
  private static final int BYTES = 8_000_000;

  static final String AFTER =
      "select tx::text::bigint as tx, position, "
          + COLUMNS
          + """

          from (
            select *, sum(length(data)) over (order by tx, position rows unbounded preceding) as bytes
            from (
              select * from event
              where (tx, position) > ($1::bigint::text::xid8, $2) and %s
              order by event.tx, position
              limit $3
            ) few
          ) event
          where bytes <= %d or bytes = length(data)
          order by event.tx, position
          """
              .formatted(GATE, BYTES);

  private static final String OF_STREAMS =
      "select tx::text::bigint as tx, position, "
          + COLUMNS
          + """

          from event
          join unnest($1::text[], $2::int[]) as known (name, had)
            on event.stream = known.name and event.version > known.had
          where (event.tx, event.position) <= ($3::bigint::text::xid8, $4)
          order by event.tx, event.position
          limit $5
          """;

  private EventLog() {}

  /**
   * The events after a place.
   *
   * @param limit how many at most; fewer does not mean that there are no more
   */
  public static Uni<List<Committed>> after(SqlClient client, Cursor cursor, int limit) {
    return read(client, AFTER, cursor, limit);
  }

  /**
   * The events of some streams up to a place that was read already.
   *
   * @param had the version after which each stream's events are wanted
   * @param limit how many at most; fewer means that there are no more
   */
  public static Uni<List<Committed>> ofStreams(
      SqlClient client, Map<StreamId, Integer> had, Cursor upTo, int limit) {
    List<Map.Entry<StreamId, Integer>> streams = List.copyOf(had.entrySet());
    return client
        .preparedQuery(OF_STREAMS)
        .execute(
            Tuple.of(
                streams.stream().map(entry -> entry.getKey().toString()).toArray(String[]::new),
                streams.stream().map(Map.Entry::getValue).toArray(Integer[]::new),
                upTo.tx(),
                upTo.position(),
                limit))
        .map(EventLog::committed);
  }

  /** The events that a query in the manner of {@link #AFTER} finds. */
  static Uni<List<Committed>> read(SqlClient client, String query, Cursor cursor, int limit) {
    return client
        .preparedQuery(query)
        .execute(Tuple.of(cursor.tx(), cursor.position(), limit))
        .map(EventLog::committed);
  }

  private static List<Committed> committed(RowSet<Row> rows) {
    List<Committed> events = new ArrayList<>(rows.rowCount());
    for (Row row : rows) {
      events.add(new Committed(new Cursor(row.getLong(0), row.getLong(1)), sealedEvent(row, 2)));
    }
    return events;
  }

  /**
   * The event of a row that has all of {@link #COLUMNS}, from this one on. By number: a name is
   * looked for anew in each row, and this is done for every event there is.
   */
  static SealedEvent sealedEvent(Row row, int from) {
    int column = from;
    StreamId stream = StreamId.parse(row.getString(column++));
    int version = row.getInteger(column++);
    UUID id = row.getUUID(column++);
    String type = row.getString(column++);
    UUID candidate = row.getUUID(column++);
    String board = row.getString(column++);
    UUID correlation = row.getUUID(column++);
    UUID causation = row.getUUID(column++);
    Instant time = row.getOffsetDateTime(column++).toInstant();
    byte[] data = row.getBuffer(column++).getBytes();
    String trace = row.getString(column);
    return new SealedEvent(
        id,
        stream,
        version,
        type,
        candidate,
        new Metadata(time, correlation, causation, board, trace),
        data);
  }

  /**
   * A place in a source of events: in an event table the transaction and the position; in a
   * partition of a topic the offset alone, with a transaction of 0.
   */
  public record Cursor(long tx, long position) implements Comparable<Cursor> {

    /** Before everything. */
    public static final Cursor START = new Cursor(0, -1);

    private static final Comparator<Cursor> ORDER =
        Comparator.comparingLong(Cursor::tx).thenComparingLong(Cursor::position);

    /** The place of a record in a partition. */
    public static Cursor ofOffset(long offset) {
      return new Cursor(0, offset);
    }

    /** Whether this place comes after the other. */
    public boolean isAfter(Cursor other) {
      return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Cursor other) {
      return ORDER.compare(this, other);
    }
  }
}
