package dev.rebound.delivery;

import dev.rebound.delivery.Delivered.Bad;
import dev.rebound.delivery.Plan.Standing;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.EventLog.Cursor;
import dev.rebound.eventstore.postgres.Pruning;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** The tables that say how far each handler is; written in the transaction of the effect. */
final class Bookkeeping {

  private static final String BEGIN =
      """
      insert into watermark (handler, source, partition)
      select $1, $2, unnest($3::int[])
      on conflict do nothing
      """;

  private static final String PASS =
      """
      insert into watermark as w (handler, source, partition, tx, position)
      select $1, $2, * from unnest($3::int[], $4::bigint[], $5::bigint[])
      on conflict (handler, source, partition) do update
      set tx = excluded.tx, position = excluded.position, moved_at = now()
      where (w.tx, w.position) < (excluded.tx, excluded.position)
      """;

  private static final String WATERMARKS =
      """
      select partition, tx, position from watermark
      where handler = $1 and source = $2 and partition = any($3)
      order by partition
      """;

  private static final String LOCK_ALL =
      """
      select partition, tx, position from watermark
      where handler = $1 and source = $2
      order by partition
      for update
      """;

  private static final String STREAMS =
      """
      select stream, version, false as parked from stream_progress
      where handler = $1 and stream = any($2)
      union all
      select stream, 0, true from parked_stream
      where handler = $1 and stream = any($2)
      """;

  /**
   * The watermark moves before a stream is parked: a release that ends holds the watermark, and
   * would take the parked stream away between the two.
   */
  private static final String RECORD =
      """
      with moved as (
        update watermark w set tx = m.tx, position = m.position, moved_at = now()
        from unnest($3::int[], $4::bigint[], $5::bigint[]) as m (partition, tx, position)
        where w.handler = $1 and w.source = $2 and w.partition = m.partition
          and (w.tx, w.position) < (m.tx, m.position)
        returning 1
      ), progressed as (
        insert into stream_progress (handler, stream, version)
        select $1, p.* from unnest($6::text[], $7::int[]) as p
        on conflict (handler, stream) do update
        set version = greatest(stream_progress.version, excluded.version)
      ), parked as (
        insert into parked_stream (
          handler, stream, reason, source, partition, position, release_asked_at)
        select $1, p.stream, p.reason, $2, p.partition, p.position,
          case when p.reason = 'STREAM_PARKED' then now() end
        from unnest($8::text[], $9::text[], $11::int[], $12::bigint[])
          as p (stream, reason, partition, position)
        where (select count(*) from moved) >= 0
        on conflict do nothing
      )
      insert into applied_event (event_id, handler, source)
      select unnest($10::uuid[]), $1, $2
      on conflict do nothing
      """;

  /**
   * A projection takes the events of every board, and says so. The limit is later than the
   * handler's own, so that what is too slow is known by that name.
   */
  private static final String OPENING =
      AllBoards.SAID
          + "; set local statement_timeout = "
          + Delivery.LIMIT.plusSeconds(5).toMillis();

  private Bookkeeping() {}

  /** Makes rows for partitions that the handler meets for the first time. */
  static Uni<Void> begin(SqlClient client, String handler, String source, Set<Integer> parts) {
    return client
        .preparedQuery(BEGIN)
        .execute(Tuple.of(handler, source, parts.toArray(Integer[]::new)))
        .replaceWithVoid();
  }

  /** Where the handler stands, without holding on to it. */
  static Uni<Standing> read(
      SqlClient client, String handler, String source, List<Delivered> batch) {
    return standing(client, WATERMARKS, handler, source, batch);
  }

  /**
   * Where the handler stands; nobody else can move it before the transaction has ended. From here
   * on the transaction sees the rows of all boards.
   */
  static Uni<Standing> lock(
      SqlClient transaction, String handler, String source, List<Delivered> batch) {
    return Uni.combine()
        .all()
        .unis(
            transaction.query(OPENING).execute(),
            standing(transaction, WATERMARKS + "for update", handler, source, batch))
        .with((opened, standing) -> standing);
  }

  /**
   * Notes what a plan comes to. Nothing moves back: who was slow and lost its partition meanwhile
   * notes what the next one is beyond.
   */
  static Uni<Void> record(
      SqlClient client, String handler, String source, Plan plan, Collection<UUID> applied) {
    List<Map.Entry<Integer, Cursor>> marks = List.copyOf(plan.watermarks().entrySet());
    List<Map.Entry<StreamId, Integer>> versions = List.copyOf(plan.versions().entrySet());
    List<Map.Entry<StreamId, Bad>> parking = List.copyOf(plan.parking().entrySet());
    Object[] parameters = {
      handler,
      source,
      marks.stream().map(Map.Entry::getKey).toArray(Integer[]::new),
      marks.stream().map(mark -> mark.getValue().tx()).toArray(Long[]::new),
      marks.stream().map(mark -> mark.getValue().position()).toArray(Long[]::new),
      versions.stream().map(entry -> entry.getKey().toString()).toArray(String[]::new),
      versions.stream().map(Map.Entry::getValue).toArray(Integer[]::new),
      parking.stream().map(entry -> entry.getKey().toString()).toArray(String[]::new),
      parking.stream().map(entry -> entry.getValue().reason().name()).toArray(String[]::new),
      applied.toArray(UUID[]::new),
      parking.stream().map(entry -> entry.getValue().partition()).toArray(Integer[]::new),
      parking.stream().map(entry -> entry.getValue().at().position()).toArray(Long[]::new),
    };
    return client.preparedQuery(RECORD).execute(Tuple.from(parameters)).replaceWithVoid();
  }

  /** Notes that a handler has nothing to do with all up to these places. */
  static Uni<Void> pass(
      SqlClient client, String handler, String source, Map<Integer, Cursor> ends) {
    List<Map.Entry<Integer, Cursor>> marks = List.copyOf(ends.entrySet());
    return client
        .preparedQuery(PASS)
        .execute(
            Tuple.of(
                handler,
                source,
                marks.stream().map(Map.Entry::getKey).toArray(Integer[]::new),
                marks.stream().map(mark -> mark.getValue().tx()).toArray(Long[]::new),
                marks.stream().map(mark -> mark.getValue().position()).toArray(Long[]::new)))
        .replaceWithVoid();
  }

  /** Every watermark of a handler in a source. */
  static Uni<Map<Integer, Cursor>> watermarks(SqlClient client, String handler, String source) {
    return client
        .preparedQuery(
            "select partition, tx, position from watermark where handler = $1 and source = $2")
        .execute(Tuple.of(handler, source))
        .map(Bookkeeping::cursors);
  }

  /** The same, and nobody else can move one before the transaction has ended. */
  static Uni<Map<Integer, Cursor>> lockAll(SqlClient transaction, String handler, String source) {
    return transaction
        .preparedQuery(LOCK_ALL)
        .execute(Tuple.of(handler, source))
        .map(Bookkeeping::cursors);
  }

  /**
   * The version up to which a handler has each of these streams; one it has nothing of is left out.
   */
  static Uni<Map<StreamId, Integer>> versions(
      SqlClient client, String handler, Collection<StreamId> streams) {
    return client
        .preparedQuery(STREAMS)
        .execute(Tuple.of(handler, streams.stream().map(StreamId::toString).toArray(String[]::new)))
        .map(rows -> standing(Map.of(), rows).versions());
  }

  /** Forgets which events were applied more than an hour ago. */
  static Uni<Void> prune(SqlClient client) {
    return Pruning.prune(client, "applied_event", "at < now() - interval '1 hour'");
  }

  private static Uni<Standing> standing(
      SqlClient client, String watermarks, String handler, String source, List<Delivered> batch) {
    Integer[] partitions =
        batch.stream().map(Delivered::partition).distinct().toArray(Integer[]::new);
    String[] streams =
        batch.stream()
            .map(Delivered::stream)
            .filter(Objects::nonNull)
            .map(StreamId::toString)
            .distinct()
            .toArray(String[]::new);
    // Sent together; the second is only read once the first holds its locks.
    return Uni.combine()
        .all()
        .unis(
            client.preparedQuery(watermarks).execute(Tuple.of(handler, source, partitions)),
            client.preparedQuery(STREAMS).execute(Tuple.of(handler, streams)))
        .with((marks, progress) -> standing(cursors(marks), progress));
  }

  private static Standing standing(Map<Integer, Cursor> watermarks, RowSet<Row> streams) {
    Map<StreamId, Integer> versions = new HashMap<>();
    Set<StreamId> parked = new HashSet<>();
    for (Row row : streams) {
      StreamId stream = StreamId.parse(row.getString("stream"));
      if (row.getBoolean("parked")) {
        parked.add(stream);
      } else {
        versions.put(stream, row.getInteger("version"));
      }
    }
    return new Standing(watermarks, versions, parked);
  }

  private static Map<Integer, Cursor> cursors(RowSet<Row> watermarks) {
    Map<Integer, Cursor> cursors = new HashMap<>();
    for (Row row : watermarks) {
      cursors.put(
          row.getInteger("partition"), new Cursor(row.getLong("tx"), row.getLong("position")));
    }
    return cursors;
  }
}
