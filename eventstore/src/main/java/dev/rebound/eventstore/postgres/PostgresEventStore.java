package dev.rebound.eventstore.postgres;

import dev.rebound.eventstore.EventStore;
import dev.rebound.eventstore.EventStore.Append;
import dev.rebound.eventstore.EventStore.IdempotencyKey;
import dev.rebound.eventstore.EventStore.NewEvent;
import dev.rebound.eventstore.EventStore.RecordedAnswer;
import dev.rebound.eventstore.EventStore.StreamSlice;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.AppendStatement.PendingAppend;
import dev.rebound.sealing.Sealing;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Keeps events in PostgreSQL (see {@code db/eventstore/V1__event_store.sql}).
 *
 * <p>An append costs one round trip, shared with whatever else is appended at the time. Answers
 * come on the caller's Vert.x context where it has one.
 */
public final class PostgresEventStore implements EventStore {

  /**
   * How long the database may take over a statement. An append that takes longer may be written or
   * not, which is what idempotency keys are for; those behind it must not wait for a line that is
   * dead.
   */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** How often a batch is tried again whose streams others write to at the same time. */
  private static final int TRIES = 5;

  private static final int LANES = 2;
  private static final int CAPACITY = 4096;
  private static final String UNIQUE_VIOLATION = "23505";

  private static final String READ =
      "select " + EventLog.COLUMNS + " from event where stream = $1 order by version";

  private final Pool pool;
  private final Sealing sealing;
  private final EventCodec codec;
  private final Bell bell;
  private final Flushes flushes;
  private final GroupCommit commits;

  /**
   * A store on the database of the pool.
   *
   * @param bell rung after every append
   */
  public PostgresEventStore(Vertx vertx, Pool pool, Sealing sealing, Bell bell) {
    this(vertx, pool, sealing, bell, (appends, waiting, nanos) -> {});
  }

  /**
   * The same, and somebody is told of every statement.
   *
   * @param bell rung after every append
   */
  public PostgresEventStore(Vertx vertx, Pool pool, Sealing sealing, Bell bell, Flushes flushes) {
    this.flushes = flushes;
    this.pool = pool;
    this.sealing = sealing;
    this.codec = new EventCodec(sealing);
    this.bell = bell;
    this.commits =
        new GroupCommit(
            // Never the context of the request that happens to be the first.
            executor(((VertxInternal) vertx).createEventLoopContext()),
            this::write,
            LANES,
            CAPACITY);
  }

  /** Is told of append statements as they end; must be quick. */
  @FunctionalInterface
  public interface Flushes {

    /**
     * A statement has ended, or has failed.
     *
     * @param appends how many appends it carried
     * @param waiting how many were left waiting when it was sent
     * @param nanos how long it took
     */
    void flushed(int appends, int waiting, long nanos);
  }

  private Uni<Boolean> write(List<PendingAppend> appends) {
    int waiting = commits.queued();
    long begun = System.nanoTime();
    return AppendStatement.write(pool, appends)
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .onTermination()
        .invoke(() -> flushes.flushed(appends.size(), waiting, System.nanoTime() - begun));
  }

  @Override
  public Uni<StreamSlice> read(StreamId stream) {
    return pool.preparedQuery(READ)
        .execute(Tuple.of(stream.toString()))
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .onItem()
        .transformToUni(rows -> {
          List<SealedEvent> events = new ArrayList<>(rows.rowCount());
          for (Row row : rows) {
            events.add(EventLog.sealedEvent(row, 0));
          }
          return codec.open(events);
        })
        .map(events -> new StreamSlice(stream, events));
  }

  @Override
  public Uni<StreamSlice> append(Append append) {
    return Uni.createFrom().deferred(() -> append(append, callersContext()));
  }

  private Uni<StreamSlice> append(Append append, Executor caller) {
    return Uni.combine()
        .all()
        .unis(codec.seal(append), sealAnswer(append.answer()))
        .with((events, answer) -> PendingAppend.of(append, events, answer.orElse(null)))
        .onItem()
        .transformToUni(pending -> commits.submit(pending).emitOn(caller))
        .invoke(bell::ring)
        .map(written -> stored(append))
        .onFailure(PostgresEventStore::isConflict)
        .recoverWithUni(() -> conflict(append));
  }

  /** In one statement; only those that other writers disturb are tried again. */
  @Override
  public Uni<List<Outcome>> appendEach(List<Append> appends) {
    return Uni.createFrom().deferred(() -> appendEach(appends, callersContext()));
  }

  private Uni<List<Outcome>> appendEach(List<Append> appends, Executor caller) {
    return codec
        .sealEach(appends)
        .onItem()
        .transformToUni(sealed -> {
          Map<StreamId, PendingAppend> pending = new LinkedHashMap<>();
          for (int i = 0; i < appends.size(); i++) {
            Append append = appends.get(i);
            sealed
                .get(i)
                .ifPresent(
                    events -> pending.put(append.stream(), PendingAppend.of(append, events, null)));
          }
          return writeEach(List.copyOf(pending.values()))
              .emitOn(caller)
              .invoke(bell::ring)
              .map(stale ->
                  appends.stream().map(a -> outcome(pending.get(a.stream()), stale)).toList());
        });
  }

  private Uni<Set<StreamId>> writeEach(List<PendingAppend> appends) {
    return appends.isEmpty()
        ? Uni.createFrom().item(Set.of())
        : AppendStatement.writeEach(pool, appends)
            .ifNoItem()
            .after(LIMIT)
            .fail()
            .onFailure(PostgresEventStore::isConflict)
            .retry()
            .atMost(TRIES);
  }

  private static Outcome outcome(@Nullable PendingAppend append, Set<StreamId> stale) {
    if (append == null) {
      return Outcome.ERASED;
    }
    return stale.contains(append.stream()) ? Outcome.STALE : Outcome.WRITTEN;
  }

  /** Keeps an answer that belongs to no single stream; one that is there already stays. */
  public Uni<Void> keep(RecordedAnswer answer) {
    return SealedAnswer.seal(sealing, answer)
        .onItem()
        .transformToUni(sealed -> sealed.write(pool))
        .ifNoItem()
        .after(LIMIT)
        .fail();
  }

  @Override
  public Uni<Optional<RecordedAnswer>> recordedAnswer(IdempotencyKey key) {
    return SealedAnswer.find(pool, sealing, key).ifNoItem().after(LIMIT).fail();
  }

  /** Deletes answers that are older than 48 h. */
  public Uni<Void> prune() {
    return Pruning.prune(pool, "idempotency", "created_at < now() - interval '48 hours'");
  }

  private Uni<Optional<SealedAnswer>> sealAnswer(@Nullable RecordedAnswer answer) {
    return answer == null
        ? Uni.createFrom().item(Optional.empty())
        : SealedAnswer.seal(sealing, answer).map(Optional::of);
  }

  /** Which of the two keys was taken is asked for, since both may be: the caller's counts. */
  private Uni<StreamSlice> conflict(Append append) {
    RecordedAnswer answer = append.answer();
    RuntimeException stale = new VersionConflict(append.stream(), append.expectedVersion());
    if (answer == null) {
      return Uni.createFrom().failure(stale);
    }
    return recordedAnswer(answer.key())
        .onItem()
        .transformToUni(
            former -> Uni.createFrom().failure(former.isPresent() ? new KeyTaken() : stale));
  }

  private static boolean isConflict(Throwable failure) {
    return failure instanceof VersionConflict
        || (failure instanceof PgException database
            && UNIQUE_VIOLATION.equals(database.getSqlState()));
  }

  private static StreamSlice stored(Append append) {
    List<StoredEvent> events = new ArrayList<>();
    int version = append.expectedVersion();
    for (NewEvent fresh : append.events()) {
      events.add(
          new StoredEvent(
              fresh.id(), append.stream(), ++version, append.metadata(), fresh.event()));
    }
    return new StreamSlice(append.stream(), events);
  }

  private static Executor callersContext() {
    Context context = Vertx.currentContext();
    return context == null ? Runnable::run : executor(context);
  }

  private static Executor executor(Context context) {
    return task -> context.runOnContext(now -> task.run());
  }
}
