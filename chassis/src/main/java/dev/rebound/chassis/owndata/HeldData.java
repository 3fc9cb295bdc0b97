package dev.rebound.chassis.owndata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.events.EventJson;
import dev.rebound.events.EventType;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.EventCodec;
import dev.rebound.eventstore.postgres.EventLog;
import dev.rebound.eventstore.postgres.EventLog.Cursor;
import dev.rebound.eventstore.postgres.SealedEvent.Committed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gathers everything this service holds of a candidate. */
@ApplicationScoped
class HeldData {

  /** As many events at most. Nobody comes near: a thousand applications have ten thousand. */
  private static final int MOST_EVENTS = 100_000;

  private static final Cursor END = new Cursor(Long.MAX_VALUE, Long.MAX_VALUE);

  private final Holdings holdings;
  private final Pool pool;
  private final EventCodec codec;
  private final Clock clock;

  @Inject
  HeldData(Holdings holdings, Pool pool, EventCodec codec, Clock clock) {
    this.holdings = holdings;
    this.pool = pool;
    this.codec = codec;
    this.clock = clock;
  }

  /**
   * An event as it is shown to the person it tells of.
   *
   * @param type without prefix and version, such as {@code ApplicationRejected}
   * @param data with all words open
   */
  record Told(UUID id, String type, Instant at, String stream, int version, ObjectNode data) {

    static Told of(StoredEvent stored) {
      return new Told(
          stored.id(),
          EventType.of(stored.event()).eventName(),
          stored.metadata().time(),
          stored.stream().toString(),
          stored.version(),
          EventJson.write(stored.event()));
    }
  }

  /** Events first, in the order they were written; then whatever there is beside them. */
  Uni<Map<String, Object>> of(UUID candidate) {
    return Uni.combine()
        .all()
        .unis(holdings.streams(candidate).chain(this::events), holdings.beside(candidate))
        .asTuple()
        .map(held -> {
          Map<String, Object> all = new LinkedHashMap<>();
          all.put("asOf", clock.instant());
          all.put("events", held.getItem1());
          all.putAll(held.getItem2());
          return all;
        });
  }

  private Uni<List<Told>> events(List<StreamId> streams) {
    Map<StreamId, Integer> whole =
        streams.stream().distinct().collect(Collectors.toMap(Function.identity(), all -> 0));
    return EventLog.ofStreams(pool, whole, END, MOST_EVENTS)
        .map(found -> found.stream().map(Committed::event).toList())
        .chain(codec::open)
        .map(opened -> opened.stream().map(Told::of).toList());
  }
}
