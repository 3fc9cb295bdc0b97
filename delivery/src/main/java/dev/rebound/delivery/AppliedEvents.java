package dev.rebound.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rebound.delivery.Delivery.Source;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.Backoff;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Answers whether an event is part of this service's read models, and waits for it.
 *
 * <p>An event counts as applied when every projection that takes its topic has it; where a topic
 * has reactions only, when they have it. Kept for an hour: an older event counts as applied unless
 * this service is behind. Of a list the events that nobody {@linkplain Plan#told is told} count as
 * applied only then.
 */
public final class AppliedEvents {

  private static final Duration KEPT = Duration.ofMinutes(55);

  /**
   * How soon the database is asked again; each time later, so that a crowd of readers costs little.
   */
  private static final Duration FIRST_POLL = Duration.ofMillis(25);

  private static final Duration LAST_POLL = Duration.ofMillis(400);

  private static final String APPLIED =
      "select source, handler from applied_event where event_id = $1";

  private final Pool pool;
  private final Map<String, Set<String>> awaited;
  private final BooleanSupplier behind;
  private final Cache<UUID, Had> recent =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(KEPT).build();
  private final Map<UUID, Queue<UniEmitter<? super Boolean>>> waiting = new ConcurrentHashMap<>();

  /** The handlers that have an event, which comes from one source, by the source's name. */
  private record Had(String source, Set<String> handlers) {}

  /**
   * For a service with these handlers.
   *
   * @param own the service's own topic, whose events come from its event table
   * @param behind whether the service has older events still before it
   */
  public AppliedEvents(
      Pool pool,
      Topic own,
      Collection<Projection> projections,
      Collection<Reaction> reactions,
      BooleanSupplier behind) {
    this.pool = pool;
    this.behind = behind;
    this.awaited = new HashMap<>();
    for (Topic topic : Topic.values()) {
      Source source = topic == own ? Source.own(topic) : Source.of(topic);
      Set<String> handlers =
          projections.stream()
              .filter(projection -> projection.topics().contains(topic))
              .map(Projection::name)
              .collect(Collectors.toSet());
      if (handlers.isEmpty()) {
        handlers =
            reactions.stream()
                .filter(reaction -> reaction.topics().contains(topic))
                .map(Reaction::name)
                .collect(Collectors.toSet());
      }
      if (!handlers.isEmpty()) {
        awaited.put(source.name(), handlers);
      }
    }
  }

  /**
   * True as soon as the event is applied here, false when the limit passes first; on the caller's
   * Vert.x context, where it has one.
   */
  public Uni<Boolean> await(UUID eventId, Duration limit) {
    return Uni.createFrom()
        .deferred(() -> {
          Context context = Vertx.currentContext();
          Uni<Boolean> answer =
              attempt(eventId, Instant.now().plus(limit), new Backoff(FIRST_POLL, LAST_POLL));
          return context == null
              ? answer
              : answer.emitOn(task -> context.runOnContext(now -> task.run()));
        });
  }

  /**
   * Those of a plan's events that readers may wait for this handler to have: none that is old, nor
   * any whose id nobody was told.
   */
  List<UUID> awaited(Source source, String handler, Plan plan) {
    return isAwaited(source, handler)
        ? plan.told().stream().filter(id -> !isOld(id)).toList()
        : List.of();
  }

  /** Whether readers wait for this handler to have the events of a source. */
  boolean isAwaited(Source source, String handler) {
    return awaited.getOrDefault(source.name(), Set.of()).contains(handler);
  }

  /**
   * Notes what a handler has, once it is committed, and wakes who waits for it.
   *
   * @param events as {@link #awaited} gives them
   */
  void note(Source source, String handler, List<UUID> events) {
    for (UUID event : events) {
      Had had =
          recent
              .asMap()
              .computeIfAbsent(
                  event, none -> new Had(source.name(), ConcurrentHashMap.newKeySet()));
      had.handlers().add(handler);
      if (isApplied(had)) {
        wake(event);
      }
    }
  }

  private boolean isApplied(Had had) {
    Set<String> all = awaited.get(had.source());
    return all != null && had.handlers().containsAll(all);
  }

  /** Forgets in the database what was applied more than an hour ago. */
  public Uni<Void> prune() {
    return Bookkeeping.prune(pool);
  }

  private void wake(UUID eventId) {
    Queue<UniEmitter<? super Boolean>> woken = waiting.remove(eventId);
    if (woken != null) {
      woken.forEach(emitter -> emitter.complete(true));
    }
  }

  private Uni<Boolean> attempt(UUID eventId, Instant deadline, Backoff backoff) {
    if (isKnown(eventId)) {
      return Uni.createFrom().item(true);
    }
    return isStored(eventId)
        .onItem()
        .transformToUni(applied -> {
          Duration left = Duration.between(Instant.now(), deadline);
          // No timer runs for less than a millisecond.
          if (applied || left.toMillis() < 1) {
            return Uni.createFrom().item(applied);
          }
          Duration poll = backoff.next();
          return pause(eventId, poll.compareTo(left) < 0 ? poll : left)
              .onItem()
              .transformToUni(again -> attempt(eventId, deadline, backoff));
        });
  }

  private boolean isKnown(UUID eventId) {
    if (isOld(eventId)) {
      return !behind.getAsBoolean();
    }
    Had had = recent.getIfPresent(eventId);
    return had != null && isApplied(had);
  }

  /** By the time that a UUID of version 7 begins with. */
  private static boolean isOld(UUID eventId) {
    Instant made = Instant.ofEpochMilli(eventId.getMostSignificantBits() >>> 16);
    return eventId.version() == 7 && made.isBefore(Instant.now().minus(KEPT));
  }

  private Uni<Boolean> isStored(UUID eventId) {
    return pool.preparedQuery(APPLIED)
        .execute(Tuple.of(eventId))
        .map(rows -> {
          Map<String, Had> bySource = new HashMap<>();
          for (Row row : rows) {
            bySource
                .computeIfAbsent(row.getString("source"), name -> new Had(name, new HashSet<>()))
                .handlers()
                .add(row.getString("handler"));
          }
          return bySource.values().stream().anyMatch(this::isApplied);
        });
  }

  /** Until it is applied in this process, or it is time to ask for what another process did. */
  private Uni<Boolean> pause(UUID eventId, Duration poll) {
    return Uni.createFrom()
        .<Boolean>emitter(emitter -> {
          emitter.onTermination(() -> leave(eventId, emitter));
          waiting.compute(
              eventId,
              (id, others) -> {
                Queue<UniEmitter<? super Boolean>> all =
                    others == null ? new ConcurrentLinkedQueue<>() : others;
                all.add(emitter);
                return all;
              });
          if (isKnown(eventId)) {
            wake(eventId);
          }
        })
        .ifNoItem()
        .after(poll)
        .recoverWithItem(false);
  }

  /** Who has waited long enough leaves the others waiting. */
  private void leave(UUID eventId, UniEmitter<? super Boolean> emitter) {
    waiting.computeIfPresent(
        eventId,
        (id, others) -> {
          others.remove(emitter);
          return others.isEmpty() ? null : others;
        });
  }
}
