package dev.rebound.chassis.owndata;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.rebound.chassis.http.Problems;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Gathers everything this service holds of a candidate. */
@ApplicationScoped
class HeldData {

  /** How many are read at a time, of the largest some twenty megabytes. */
  private static final int PAGE = 300;

  /**
   * As much at most, in letters of JSON: what a process of 256 MB can hold twice. Nobody comes near
   * who has not set out to: a thousand applications with all their words have some five million.
   */
  private static final long MOST = 32_000_000;

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
   * @param data with all words open; as JSON already, which takes less room than a tree
   */
  record Told(
      UUID id, String type, Instant at, String stream, int version, @JsonRawValue String data) {

    static Told of(StoredEvent stored) {
      return new Told(
          stored.id(),
          EventType.of(stored.event()).eventName(),
          stored.metadata().time(),
          stored.stream().toString(),
          stored.version(),
          EventJson.write(stored.event()).toString());
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
    Map<StreamId, Integer> had = new HashMap<>();
    streams.forEach(stream -> had.put(stream, 0));
    return page(had, new ArrayList<>(), 0);
  }

  /**
   * Reads on, until there are no more.
   *
   * @param had up to which version each stream is among those that are told
   * @param before how many letters of JSON those have
   */
  private Uni<List<Told>> page(Map<StreamId, Integer> had, List<Told> told, long before) {
    return EventLog.ofStreams(pool, had, END, PAGE)
        .map(found -> found.stream().map(Committed::event).toList())
        .chain(codec::open)
        .chain(opened -> {
          long letters = before;
          for (StoredEvent event : opened) {
            Told one = Told.of(event);
            told.add(one);
            letters += one.data().length();
            had.merge(event.stream(), event.version(), Math::max);
          }
          if (letters > MOST) {
            throw Problems.conflict(
                "too-much",
                "There is more than can be told at once. Please ask whoever runs Rebound for it.");
          }
          return opened.size() < PAGE ? Uni.createFrom().item(told) : page(had, told, letters);
        });
  }
}
