package dev.rebound.delivery;

import dev.rebound.delivery.Delivery.Source;
import dev.rebound.delivery.FoldPass.OutOfRoom;
import dev.rebound.delivery.Rebuild.Tools;
import dev.rebound.delivery.Rebuild.Watcher;
import dev.rebound.delivery.TopicConsumer.RecordReader;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.postgres.EventLog;
import dev.rebound.eventstore.postgres.EventLog.Cursor;
import dev.rebound.eventstore.postgres.SealedEvent.Committed;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/**
 * Folds a projection's history in memory and copies the rows into its empty tables: no row is read
 * back, and none is written twice.
 *
 * <p>All events of a candidate are in one partition of each topic, and of the same number in each,
 * so one number is folded at a time by each of two threads. Where its rows do not fit into the room
 * there is, its candidates are taken in several passes, each of which reads the partition again and
 * passes over the others' records unopened.
 */
final class BulkFold<K extends Comparable<? super K>, R> {

  private static final int THREADS = 2;
  private static final int OWN_BATCH = 1_000;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Projection live;
  private final RowFold<K, R> fold;
  private final ShadowTables shadow;
  private final Tools tools;
  private final Watcher watcher;
  private final RecordReader records;
  private final long room;
  private final LongAdder taken = new LongAdder();

  /** What fitted last; where the next partition begins. */
  private volatile int fitting = Share.ALL;

  /** A fold of all that the live projection has by now. */
  BulkFold(Projection live, RowFold<K, R> fold, ShadowTables shadow, Tools tools, Watcher watcher) {
    this.live = live;
    this.fold = fold;
    this.shadow = shadow;
    this.tools = tools;
    this.watcher = watcher;
    this.records = new RecordReader(tools.codec());
    this.room = tools.room() / THREADS;
  }

  /**
   * Folds and copies.
   *
   * @return how far each source is in the tables; empty where nothing could be folded, since the
   *     topics are not divided alike or the rows of one candidate are too many to be held
   */
  Map<Topic, Map<Integer, Cursor>> run() throws InterruptedException {
    Map<Topic, Map<Integer, Cursor>> targets = tools.standing(live);
    Set<Integer> counts;
    try (TopicReaders readers = new TopicReaders(live, tools)) {
      counts = readers.partitions();
    }
    if (counts.size() > 1) {
      return Map.of();
    }
    try {
      fold(counts.stream().findFirst().orElse(1), targets);
    } catch (OutOfRoom indivisible) {
      tell(-taken.sum());
      shadow.create(tools.pool()).await().atMost(LIMIT);
      return Map.of();
    }
    note(targets);
    return targets;
  }

  private void fold(int partitions, Map<Topic, Map<Integer, Cursor>> targets)
      throws InterruptedException {
    try (ExecutorService threads =
        Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().name("fold-" + live.name()).daemon().factory())) {
      ExecutorCompletionService<Void> done = new ExecutorCompletionService<>(threads);
      try {
        for (int number = 0; number < partitions; number++) {
          int partition = number;
          done.submit(() -> {
            foldPartition(partition, partitions, targets);
            return null;
          });
        }
        for (int number = 0; number < partitions; number++) {
          done.take().get();
        }
      } catch (ExecutionException failed) {
        switch (failed.getCause()) {
          case InterruptedException _ -> throw new InterruptedException();
          case OutOfRoom indivisible -> throw indivisible;
          case null, default ->
              throw new IllegalStateException("the fold ended", failed.getCause());
        }
      } finally {
        threads.shutdownNow();
      }
    }
  }

  private void foldPartition(int partition, int of, Map<Topic, Map<Integer, Cursor>> targets)
      throws Exception {
    try (TopicReaders readers = new TopicReaders(live, tools);
        FoldCopy copy = new FoldCopy(tools.copies(), live, shadow)) {
      ShareWidth width = new ShareWidth(fitting);
      int from = 0;
      while (from < Share.ALL) {
        Share share = new Share(partition, of, from, Math.min(Share.ALL, from + width.hashes()));
        FoldPass<K, R> pass = new FoldPass<>(fold, room);
        try {
          read(readers, share, targets, pass);
          copy.write(fold, pass);
          from = share.to();
          width.fit(share, pass.held(), room);
          fitting = width.hashes();
        } catch (OutOfRoom tooWide) {
          tell(-pass.taken());
          if (!width.narrow(share)) {
            throw tooWide;
          }
        }
      }
    }
  }

  private void read(
      TopicReaders readers,
      Share share,
      Map<Topic, Map<Integer, Cursor>> targets,
      FoldPass<K, R> pass)
      throws InterruptedException {
    for (Topic topic : live.topics()) {
      Map<Integer, Cursor> upTo = targets.getOrDefault(topic, Map.of());
      if (topic == tools.own().topic()) {
        readOwn(share, upTo.getOrDefault(0, Cursor.START), pass);
      } else if (upTo.containsKey(share.partition())) {
        readers
            .of(topic)
            .read(
                Map.of(),
                Map.of(share.partition(), upTo.get(share.partition())),
                batch ->
                    take(
                        pass,
                        Source.of(topic),
                        records
                            .read(batch.stream().filter(it -> share.has(it.key())).toList())
                            .await()
                            .atMost(LIMIT)));
      }
    }
  }

  private void readOwn(Share share, Cursor upTo, FoldPass<K, R> pass) throws InterruptedException {
    Cursor at = Cursor.START;
    while (upTo.isAfter(at)) {
      List<Committed> events = EventLog.after(tools.pool(), at, OWN_BATCH).await().atMost(LIMIT);
      if (events.isEmpty()) {
        return;
      }
      at = events.getLast().at();
      List<Committed> shared =
          events.stream()
              .filter(it -> !it.at().isAfter(upTo) && share.has(it.event().candidate()))
              .toList();
      take(pass, tools.own(), Delivered.own(tools.codec(), shared).await().atMost(LIMIT));
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  private void take(FoldPass<K, R> pass, Source source, List<Delivered> batch) {
    pass.take(source, batch);
    tell(batch.size());
  }

  private void tell(long more) {
    taken.add(more);
    watcher.read(more);
  }

  /** Where the following begins. */
  private void note(Map<Topic, Map<Integer, Cursor>> targets) {
    List<Tuple> rows = new ArrayList<>();
    targets.forEach((topic, places) ->
        places.forEach((partition, place) ->
            rows.add(
                Tuple.of(
                    live.name(),
                    tools.source(topic).name(),
                    partition,
                    place.tx(),
                    place.position()))));
    if (!rows.isEmpty()) {
      tools
          .pool()
          .preparedQuery(
              "insert into %s.watermark (handler, source, partition, tx, position) values ($1, $2, $3, $4, $5)"
                  .formatted(shadow.schema()))
          .executeBatch(rows)
          .await()
          .atMost(LIMIT);
    }
  }
}
