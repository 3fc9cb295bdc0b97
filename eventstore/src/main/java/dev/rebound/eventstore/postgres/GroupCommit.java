package dev.rebound.eventstore.postgres;

import dev.rebound.eventstore.EventStore.Overloaded;
import dev.rebound.eventstore.EventStore.VersionConflict;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.AppendStatement.PendingAppend;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.pgclient.PgException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Writes together what arrives together: a flush takes whatever queued up during the one before it,
 * without a timer.
 *
 * <p>A stream always goes through the same lane, a lane has one flush at a time, and of a stream a
 * flush holds only appends that follow one another, so a stream's appends are tried in the order
 * they came. All state is confined to one event loop.
 */
final class GroupCommit {

  private static final int BATCH_APPENDS = 256;
  private static final long BATCH_BYTES = 2_000_000;

  private final Executor eventLoop;
  private final Function<List<PendingAppend>, Uni<Boolean>> writing;
  private final int capacity;
  private final List<Lane> lanes = new ArrayList<>();
  private int queued;

  /**
   * A queue in front of a statement.
   *
   * @param eventLoop runs one task after the other, in the order they come
   * @param writing writes all or none; false where an expected event does not exist
   * @param lanes how many statements may run at a time
   * @param capacity how many appends may wait
   */
  GroupCommit(
      Executor eventLoop,
      Function<List<PendingAppend>, Uni<Boolean>> writing,
      int lanes,
      int capacity) {
    this.eventLoop = eventLoop;
    this.writing = writing;
    this.capacity = capacity;
    for (int i = 0; i < lanes; i++) {
      this.lanes.add(new Lane());
    }
  }

  /**
   * Completes once it is durable; fails with {@link VersionConflict}, with the database's own
   * exception, or with {@link Overloaded} where too many wait already. May be called on any thread,
   * and answers on the event loop.
   */
  Uni<Void> submit(PendingAppend append) {
    return Uni.createFrom().emitter(emitter -> eventLoop.execute(() -> enqueue(append, emitter)));
  }

  /** How many appends wait now; on another thread than the event loop's, nearly. */
  int queued() {
    return queued;
  }

  private void enqueue(PendingAppend append, UniEmitter<? super Void> emitter) {
    if (queued >= capacity) {
      emitter.fail(new Overloaded());
      return;
    }
    queued++;
    Lane lane = lanes.get(Math.floorMod(append.stream().hashCode(), lanes.size()));
    lane.queue.add(new Waiting(append, emitter));
    lane.flush();
  }

  private record Waiting(PendingAppend append, UniEmitter<? super Void> emitter) {

    void lose() {
      emitter.fail(new VersionConflict(append.stream(), append.expectedVersion()));
    }
  }

  private final class Lane {

    private Deque<Waiting> queue = new ArrayDeque<>();
    private boolean flushing;

    void flush() {
      if (flushing || queue.isEmpty()) {
        return;
      }
      flushing = true;
      List<Waiting> batch = take();
      write(batch)
          .subscribe()
          .with(
              ended -> eventLoop.execute(() -> next()), failure -> eventLoop.execute(() -> next()));
    }

    private void next() {
      flushing = false;
      flush();
    }

    /**
     * The oldest append of each stream and those that go on from it, as many as one statement
     * should carry.
     */
    private List<Waiting> take() {
      Map<StreamId, PendingAppend> last = new HashMap<>();
      List<Waiting> batch = new ArrayList<>();
      Deque<Waiting> rest = new ArrayDeque<>();
      long bytes = 0;
      for (Waiting waiting : queue) {
        PendingAppend append = waiting.append();
        PendingAppend before = last.get(append.stream());
        boolean full = batch.size() == BATCH_APPENDS || bytes > BATCH_BYTES;
        if (full || (before != null && !append.goesOnFrom(before))) {
          rest.add(waiting);
        } else {
          last.put(append.stream(), append);
          batch.add(waiting);
          bytes += append.bytes();
        }
      }
      queue = rest;
      queued -= batch.size();
      return batch;
    }

    private Uni<Void> write(List<Waiting> batch) {
      return writing
          .apply(batch.stream().map(Waiting::append).toList())
          .onItemOrFailure()
          .transformToUni((held, failure) -> {
            if (failure == null && held) {
              eventLoop.execute(() -> settle(batch));
              return Uni.createFrom().voidItem();
            }
            if (batch.size() > 1 && (failure == null || isOfOneAppend(failure))) {
              return oneByOne(batch);
            }
            batch.forEach(waiting -> {
              if (failure == null) {
                waiting.lose();
              } else {
                waiting.emitter().fail(failure);
              }
            });
            return Uni.createFrom().voidItem();
          });
    }

    /** Those of one stream in turn, different streams at a time. */
    private Uni<Void> oneByOne(List<Waiting> batch) {
      Map<StreamId, Uni<Void>> turns = new LinkedHashMap<>();
      batch.forEach(waiting ->
          turns.merge(
              waiting.append().stream(),
              Uni.createFrom().deferred(() -> write(List.of(waiting))),
              (before, then) -> before.chain(() -> then)));
      return Uni.join().all(List.copyOf(turns.values())).andCollectFailures().replaceWithVoid();
    }

    /** Tells the winners, and whoever waits for a version that has just gone by. */
    private void settle(List<Waiting> batch) {
      Map<StreamId, Integer> versions = new HashMap<>();
      batch.forEach(won -> versions.put(won.append().stream(), won.append().newVersion()));
      Deque<Waiting> rest = new ArrayDeque<>();
      for (Waiting waiting : queue) {
        PendingAppend append = waiting.append();
        if (append.expectedVersion() < versions.getOrDefault(append.stream(), 0)) {
          queued--;
          waiting.lose();
        } else {
          rest.add(waiting);
        }
      }
      queue = rest;
      batch.forEach(won -> won.emitter().complete(null));
    }
  }

  /**
   * Whether one append of several can have caused it: data that does not fit (22), a key that is
   * taken (23), another writer in the way (40), a limit (54).
   */
  private static boolean isOfOneAppend(Throwable failure) {
    return failure instanceof PgException database
        && database.getSqlState() != null
        && database.getSqlState().matches("(22|23|40|54).*");
  }
}
