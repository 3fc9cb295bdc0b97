package dev.rebound.eventstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.Samples;
import dev.rebound.eventstore.Servers;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.AppendStatement.PendingAppend;
import dev.rebound.eventstore.postgres.EventLog.Cursor;
import dev.rebound.eventstore.postgres.SealedEvent.Committed;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Transactions end in another order than they began; a reader with a cursor must lose nothing. */
class LateCommitIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int WRITERS = 16;
  private static final int EVENTS = 20_000;
  private static final int PER_APPEND = 10;
  private static final int STREAMS = 64;

  /** The order a reader without the gate would have: that of the positions. */
  private static final String UNGATED =
      EventLog.AFTER
          .replace("(tx, position) > ($1::bigint::text::xid8, $2)", "$1 >= 0 and position > $2")
          .replace(EventLog.GATE, "true")
          .replace("order by event.tx, position", "order by position");

  private final Pool pool = Servers.eventStore();

  @Test
  void nothing_is_skipped_and_nothing_inverted_behind_the_gate() throws Exception {
    List<Committed> read = readWhile(this::gated, this::write);
    System.out.printf(
        "R4 %d writers whose transactions end in any order, %d events: %d skipped, %d inverted%n",
        WRITERS, written.get(), written.get() - distinctIds(read).size(), inversions(read));

    assertThat(written.get()).isGreaterThanOrEqualTo(EVENTS);
    assertThat(read.size()).isEqualTo(written.get());
    assertThat(distinctIds(read)).hasSize(read.size());
    assertThat(inversions(read)).isZero();
  }

  @Test
  void without_the_gate_the_same_reader_loses_events() throws Exception {
    List<Committed> read = readWhile(this::ungated, this::write);
    System.out.printf(
        "R4 the same without the gate, %d events: %d skipped%n",
        written.get(), written.get() - distinctIds(read).size());

    assertThat(distinctIds(read)).hasSizeLessThan(written.get());
  }

  @Test
  void a_planted_late_commit_is_lost_without_the_gate_only() {
    SqlConnection late = pool.getConnectionAndAwait();
    Transaction transaction = late.begin().await().atMost(LIMIT);
    assertThat(append(late, Samples.stream(), 0, 1)).isTrue();
    assertThat(append(pool, Samples.stream(), 0, 1)).isTrue();
    List<Committed> gatedBefore = gated(Cursor.START);
    List<Committed> ungatedBefore = ungated(Cursor.START);
    transaction.commit().await().atMost(LIMIT);
    late.closeAndAwait();

    List<Committed> gatedAfter = gated(lastOf(gatedBefore));
    List<Committed> ungatedAfter = ungated(lastOf(ungatedBefore));

    assertThat(gatedBefore.size() + gatedAfter.size()).isEqualTo(2);
    assertThat(ungatedBefore.size() + ungatedAfter.size()).isEqualTo(1);
  }

  private interface Reader {
    List<Committed> after(Cursor cursor);
  }

  private interface Writing {
    void run(int writer);
  }

  private final AtomicInteger written = new AtomicInteger();
  private final AtomicIntegerArray versions = new AtomicIntegerArray(STREAMS);
  private final List<StreamId> streams =
      IntStream.range(0, STREAMS).mapToObj(i -> Samples.stream()).toList();

  private List<Committed> readWhile(Reader reader, Writing writing) throws Exception {
    List<Committed> read = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        int writer = i;
        writers.add(threads.submit(() -> writing.run(writer)));
      }
      boolean writersDone = false;
      Cursor cursor = Cursor.START;
      while (true) {
        boolean last = writersDone;
        List<Committed> batch = reader.after(cursor);
        read.addAll(batch);
        cursor = batch.isEmpty() ? cursor : lastOf(batch);
        if (last && batch.isEmpty()) {
          break;
        }
        writersDone = writers.stream().allMatch(Future::isDone);
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
    return read;
  }

  /**
   * Appends to streams that others append to as well, and lingers before it commits, until at least
   * {@link #EVENTS} are written by all.
   */
  private void write(int writer) {
    Random random = new Random(writer);
    while (written.get() < EVENTS) {
      int stream = random.nextInt(STREAMS);
      int version = versions.get(stream);
      double seconds = random.nextInt(4) / 1000.0;
      if (appendSlowly(streams.get(stream), version, seconds)) {
        written.addAndGet(PER_APPEND);
        versions.accumulateAndGet(stream, version + PER_APPEND, Math::max);
      }
    }
  }

  private boolean appendSlowly(StreamId stream, int version, double seconds) {
    return pool.withTransaction(transaction ->
            AppendStatement.write(transaction, List.of(pending(stream, version, PER_APPEND)))
                .call(() ->
                    transaction.preparedQuery("select pg_sleep($1)").execute(Tuple.of(seconds))))
        .onFailure(PgException.class)
        .recoverWithItem(false)
        .await()
        .atMost(LIMIT);
  }

  private static boolean append(
      io.vertx.mutiny.sqlclient.SqlClient client, StreamId stream, int version, int events) {
    return AppendStatement.write(client, List.of(pending(stream, version, events)))
        .await()
        .atMost(LIMIT);
  }

  private List<Committed> gated(Cursor cursor) {
    return EventLog.after(pool, cursor, 500).await().atMost(LIMIT);
  }

  private List<Committed> ungated(Cursor cursor) {
    return EventLog.read(pool, UNGATED, cursor, 500).await().atMost(LIMIT);
  }

  private static Cursor lastOf(List<Committed> batch) {
    return batch.isEmpty() ? Cursor.START : batch.getLast().at();
  }

  private static Set<UUID> distinctIds(List<Committed> read) {
    Set<UUID> ids = new HashSet<>();
    read.forEach(committed -> ids.add(committed.event().id()));
    return ids;
  }

  private static int inversions(List<Committed> read) {
    Map<StreamId, Integer> last = new HashMap<>();
    int inversions = 0;
    for (Committed committed : read) {
      int before = last.getOrDefault(committed.event().stream(), 0);
      inversions += committed.event().version() == before + 1 ? 0 : 1;
      last.put(committed.event().stream(), committed.event().version());
    }
    return inversions;
  }

  private static PendingAppend pending(StreamId stream, int version, int events) {
    Metadata metadata = Samples.metadata();
    List<SealedEvent> sealed =
        IntStream.rangeClosed(1, events)
            .mapToObj(i ->
                new SealedEvent(
                    UUID.randomUUID(),
                    stream,
                    version + i,
                    "rebound.ApplicationReopened.v1",
                    stream.id(),
                    metadata,
                    "{}".getBytes(StandardCharsets.UTF_8)))
            .toList();
    return new PendingAppend(stream, version, null, sealed, null);
  }
}
