package dev.rebound.eventstore.postgres;

import static java.util.Comparator.comparing;

import dev.rebound.eventstore.EventStore.Append;
import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.StreamId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The statements that write appends: all of them or none, or each by itself.
 *
 * <p>Either proves that each stream is at the version its append expects: the expected event exists
 * and is the one the append was decided on (else it writes nothing at all), and the next one does
 * not (else the unique key refuses). Where one append goes on from another of the same statement,
 * the first proves it for both. The version alone would not do: what was decided on an append that
 * is still on its way must not land on the event of another process that was faster. It runs in a
 * transaction of its own and is the first and only write of it, so its transaction id is taken
 * after the expected event was seen to be committed: a stream's events are in the order of their
 * transactions.
 *
 * <p>Rows are written in one order whatever order the appends came in, so that two processes that
 * write to the same streams wait for one another and never in a circle.
 */
public final class AppendStatement {

  /* The scalar subselect keeps the planner at one index look-up an append, however the table grew
  since the plan was made. */
  public static final String SQL =
      """
      with head as (
        select bool_and(expected = 0
          or (select h.predecessor is null or e.id = h.predecessor
              from event e where e.stream = h.stream and e.version = h.expected)
             is true) as holds
        from unnest($1::text[], $2::int[], $3::uuid[]) as h (stream, expected, predecessor)
      ), answers as (
        insert into idempotency (caller, key_hash, request_hash, answer)
        select a.* from head, unnest($4::uuid[], $5::bytea[], $6::bytea[], $7::bytea[]) as a
        where head.holds
      )
      insert into event
        (stream, version, id, type, candidate, board, correlation, causation, time, data, trace)
      select e.stream, e.version, e.id, e.type, e.candidate, e.board, e.correlation, e.causation,
        e.time, e.data, e.trace
      from head, unnest($8::text[], $9::int[], $10::uuid[], $11::text[], $12::uuid[], $13::text[],
          $14::uuid[], $15::uuid[], $16::timestamptz[], $17::bytea[], $18::text[])
        with ordinality as e (stream, version, id, type, candidate, board, correlation, causation,
          time, data, trace, nr)
      where head.holds
      order by e.nr
      """;

  /* Each append by itself: the events of those whose stream is not where it should be are left out,
  and these are told. All of it sees one snapshot; where a stream moves on between that and the
  writing, the unique key refuses the whole, and the next try sees it. */
  private static final String EACH =
      """
      with stale as (
        select h.nr
        from unnest($1::text[], $2::int[], $3::uuid[])
          with ordinality as h (stream, expected, predecessor, nr)
        where (select true from event e where e.stream = h.stream and e.version = h.expected + 1)
            is not null
          or h.expected > 0 and
            (select h.predecessor is null or e.id = h.predecessor
             from event e where e.stream = h.stream and e.version = h.expected) is not true
      ), written as (
        insert into event
          (stream, version, id, type, candidate, board, correlation, causation, time, data, trace)
        select e.stream, e.version, e.id, e.type, e.candidate, e.board, e.correlation, e.causation,
          e.time, e.data, e.trace
        from unnest($4::bigint[], $5::text[], $6::int[], $7::uuid[], $8::text[], $9::uuid[],
            $10::text[], $11::uuid[], $12::uuid[], $13::timestamptz[], $14::bytea[], $15::text[])
          with ordinality as e (append, stream, version, id, type, candidate, board, correlation,
            causation, time, data, trace, nr)
        where e.append not in (select nr from stale)
        order by e.nr
      )
      select nr from stale
      """;

  private AppendStatement() {}

  /**
   * Writes those of these that hold, whose streams are all different, and gives the streams of
   * those that do not.
   */
  static Uni<Set<StreamId>> writeEach(SqlClient client, List<PendingAppend> appends) {
    List<PendingAppend> sorted = sorted(appends);
    List<Long> numbers = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      numbers.addAll(Collections.nCopies(sorted.get(i).events().size(), i + 1L));
    }
    List<Object> parameters = new ArrayList<>(proofs(sorted));
    parameters.add(numbers.toArray(Long[]::new));
    parameters.addAll(columns(sorted.stream().flatMap(a -> a.events().stream()).toList()));
    return client
        .preparedQuery(EACH)
        .execute(Tuple.from(parameters))
        .map(rows -> {
          Set<StreamId> stale = new HashSet<>();
          for (Row row : rows) {
            stale.add(sorted.get(Math.toIntExact(row.getLong("nr")) - 1).stream());
          }
          return stale;
        });
  }

  private static List<PendingAppend> sorted(List<PendingAppend> appends) {
    return appends.stream()
        .sorted(
            comparing((PendingAppend append) -> append.stream().toString())
                .thenComparing(PendingAppend::expectedVersion))
        .toList();
  }

  /** Writes these; false where an expected event does not exist, and then nothing is written. */
  static Uni<Boolean> write(SqlClient client, List<PendingAppend> appends) {
    List<PendingAppend> ordered = sorted(appends);
    List<PendingAppend> heads = heads(ordered);
    List<SealedEvent> events =
        ordered.stream().flatMap(append -> append.events().stream()).toList();
    List<SealedAnswer> answers =
        appends.stream()
            .map(PendingAppend::answer)
            .filter(Objects::nonNull)
            .sorted(
                comparing(SealedAnswer::caller)
                    .thenComparing(SealedAnswer::keyHash, Arrays::compare))
            .toList();
    List<Object> parameters = new ArrayList<>(proofs(heads));
    parameters.add(column(answers, SealedAnswer::caller, UUID[]::new));
    parameters.add(column(answers, a -> Buffer.buffer(a.keyHash()), Buffer[]::new));
    parameters.add(column(answers, a -> Buffer.buffer(a.requestHash()), Buffer[]::new));
    parameters.add(column(answers, a -> Buffer.buffer(a.answer()), Buffer[]::new));
    parameters.addAll(columns(events));
    return client
        .preparedQuery(SQL)
        .execute(Tuple.from(parameters))
        .map(SqlResult::rowCount)
        .map(written -> written == events.size());
  }

  /** Those that do not go on from the one before them. */
  static List<PendingAppend> heads(List<PendingAppend> ordered) {
    List<PendingAppend> heads = new ArrayList<>();
    PendingAppend before = null;
    for (PendingAppend append : ordered) {
      if (before == null || !append.goesOnFrom(before)) {
        heads.add(append);
      }
      before = append;
    }
    return heads;
  }

  /** What must be there before these are written: stream, version, event. */
  private static List<Object> proofs(List<PendingAppend> appends) {
    return List.of(
        column(appends, a -> a.stream().toString(), String[]::new),
        column(appends, PendingAppend::expectedVersion, Integer[]::new),
        column(appends, PendingAppend::predecessor, UUID[]::new));
  }

  /**
   * Events as the arrays that a statement unnests: stream, version, id, type, candidate, board,
   * correlation, causation, time, data, trace.
   */
  public static List<Object> columns(List<SealedEvent> events) {
    return List.of(
        column(events, e -> e.stream().toString(), String[]::new),
        column(events, SealedEvent::version, Integer[]::new),
        column(events, SealedEvent::id, UUID[]::new),
        column(events, SealedEvent::type, String[]::new),
        column(events, SealedEvent::candidate, UUID[]::new),
        column(events, e -> e.metadata().board(), String[]::new),
        column(events, e -> e.metadata().correlationId(), UUID[]::new),
        column(events, e -> e.metadata().causationId(), UUID[]::new),
        column(events, e -> time(e.metadata()), OffsetDateTime[]::new),
        column(events, e -> Buffer.buffer(e.data()), Buffer[]::new),
        column(events, e -> e.metadata().trace(), String[]::new));
  }

  private static OffsetDateTime time(Metadata metadata) {
    return metadata.time().atOffset(ZoneOffset.UTC);
  }

  private static <T, V> @Nullable V[] column(
      List<T> rows, Function<T, ? extends @Nullable V> value, IntFunction<V[]> array) {
    return rows.stream().map(value).toArray(array);
  }

  /** An append whose words are sealed and that is ready to be written. */
  record PendingAppend(
      StreamId stream,
      int expectedVersion,
      @Nullable UUID predecessor,
      List<SealedEvent> events,
      @Nullable SealedAnswer answer) {

    static PendingAppend of(
        Append append, List<SealedEvent> events, @Nullable SealedAnswer answer) {
      return new PendingAppend(
          append.stream(), append.expectedVersion(), append.predecessor(), events, answer);
    }

    /** Whether it may stand behind that one in a statement: what it was decided on is that. */
    boolean goesOnFrom(PendingAppend other) {
      return stream.equals(other.stream())
          && expectedVersion == other.newVersion()
          && (predecessor == null || predecessor.equals(other.events().getLast().id()));
    }

    /** The version the stream has once it is written. */
    int newVersion() {
      return expectedVersion + events.size();
    }

    /** About how much it adds to a statement. */
    long bytes() {
      return events.stream().mapToLong(event -> event.data().length).sum();
    }
  }
}
