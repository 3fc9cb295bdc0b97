package dev.rebound.delivery;

import dev.rebound.delivery.Delivery.Source;
import dev.rebound.delivery.Rebuild.Tools;
import dev.rebound.delivery.Rebuild.Watcher;
import dev.rebound.delivery.TopicConsumer.RecordReader;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.postgres.EventLog;
import dev.rebound.eventstore.postgres.EventLog.Cursor;
import dev.rebound.eventstore.postgres.SealedEvent.Committed;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings the new tables of a rebuild to where the live projection is, as that applies batches. */
final class Following implements AutoCloseable {

  private static final int BATCH = 5_000;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Projection live;
  private final Tools tools;
  private final Watcher watcher;
  private final ProjectionDelivery delivery;
  private final RecordReader records;
  private final TopicReaders readers;
  private final Map<Topic, Map<Integer, Cursor>> reached = new EnumMap<>(Topic.class);

  /**
   * Follows from here on.
   *
   * @param folded what is in the tables already
   */
  Following(
      Projection live,
      ShadowTables shadow,
      Tools tools,
      Watcher watcher,
      Map<Topic, Map<Integer, Cursor>> folded) {
    this.live = live;
    this.tools = tools;
    this.watcher = watcher;
    this.records = new RecordReader(tools.codec());
    AppliedEvents nobodyWaits =
        new AppliedEvents(tools.pool(), tools.own().topic(), List.of(), List.of(), () -> false);
    this.delivery =
        new ProjectionDelivery(
            live,
            new Delivery.Tools(tools.pool(), DeadLetters.none(), nobodyWaits),
            shadow.searchPath());
    this.readers = new TopicReaders(live, tools);
    for (Topic topic : live.topics()) {
      reached.put(topic, new HashMap<>(folded.getOrDefault(topic, Map.of())));
    }
  }

  /** Makes the live watermarks that do not exist yet. */
  void beginEverywhere() {
    for (Topic topic : live.topics()) {
      Bookkeeping.begin(
              tools.pool(),
              live.name(),
              tools.source(topic).name(),
              topic == tools.own().topic() ? Set.of(0) : readers.of(topic).partitions())
          .await()
          .atMost(LIMIT);
    }
  }

  /** Applies what the live projection has by now; answers how many events that were. */
  long catchUp() throws InterruptedException {
    long applied = 0;
    for (Map.Entry<Topic, Map<Integer, Cursor>> standing : tools.standing(live).entrySet()) {
      Topic topic = standing.getKey();
      applied +=
          topic == tools.own().topic()
              ? catchUpWithOwn(standing.getValue().getOrDefault(0, Cursor.START))
              : catchUpWith(topic, standing.getValue());
    }
    return applied;
  }

  private long catchUpWithOwn(Cursor target) throws InterruptedException {
    Map<Integer, Cursor> at = places(tools.own().topic());
    long applied = 0;
    while (target.isAfter(at.getOrDefault(0, Cursor.START))) {
      List<Committed> events =
          EventLog.after(tools.pool(), at.getOrDefault(0, Cursor.START), BATCH)
              .await()
              .atMost(LIMIT)
              .stream()
              .filter(event -> !event.at().isAfter(target))
              .toList();
      if (events.isEmpty()) {
        break;
      }
      applied += deliver(tools.own(), Delivered.own(tools.codec(), events).await().atMost(LIMIT));
      at.put(0, events.getLast().at());
    }
    return applied;
  }

  private long catchUpWith(Topic topic, Map<Integer, Cursor> targets) throws InterruptedException {
    long[] applied = {0};
    readers
        .of(topic)
        .read(
            places(topic),
            targets,
            batch ->
                applied[0] += deliver(Source.of(topic), records.read(batch).await().atMost(LIMIT)));
    places(topic).putAll(targets);
    return applied[0];
  }

  private long deliver(Source source, List<Delivered> batch) throws InterruptedException {
    delivery.deliver(source, batch);
    watcher.read(batch.size());
    return batch.size();
  }

  private Map<Integer, Cursor> places(Topic topic) {
    return reached.computeIfAbsent(topic, none -> new HashMap<>());
  }

  @Override
  public void close() {
    readers.close();
  }
}
