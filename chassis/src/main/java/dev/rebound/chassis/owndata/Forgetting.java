package dev.rebound.chassis.owndata;

import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import dev.rebound.sealing.Erasures;
import dev.rebound.sealing.Erasures.Erasure;
import dev.rebound.sealing.PostgresKeyRing;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Deletes, every few seconds, what this service holds of those who were erased since it looked
 * last. Every process does so for itself, since each has keys in memory to drop; to delete twice
 * changes nothing.
 */
@ApplicationScoped
public class Forgetting {

  private static final Logger LOG = Logger.getLogger(Forgetting.class);

  /** Well within the minute after which a service is to have forgotten. */
  private static final Duration PERIOD = Duration.ofSeconds(5);

  /**
   * For so long it looks again: for what another process sealed with a key that it still had in
   * memory, and for an erasure that was committed after a later one.
   */
  private static final Duration AGAIN = Duration.ofMinutes(1);

  /**
   * For so long, and so often, it looks once more: what was on its way while the broker was away
   * comes after the deletion. There are no words in it, since the key is gone, and still it says
   * that somebody was here.
   */
  private static final Duration LATE = Duration.ofDays(7);

  private static final Duration LATE_PERIOD = Duration.ofHours(1);

  private static final int AT_ONCE = 500;

  private static final String LOOKED =
      "select max(position) from watermark where handler = 'forgetting' and source = 'erasures'";

  /** Moves from where the look began ($2) alone: not over a wish to begin again meanwhile. */
  private static final String LOOK =
      """
      insert into watermark as mark (handler, source, partition, position)
      values ('forgetting', 'erasures', 0, $1)
      on conflict (handler, source, partition) do update
      set position = excluded.position, moved_at = now() where mark.position = $2
      """;

  /** Below zero, and at each wish lower, so that no look that has begun takes it for its own. */
  private static final String FROM_THE_BEGINNING =
      """
      insert into watermark as mark (handler, source, partition, position)
      values ('forgetting', 'erasures', 0, -1)
      on conflict (handler, source, partition) do update
      set position = least(mark.position, 0) - 1, moved_at = now()
      """;

  /** What every service has: the answers that were kept for repeats of requests. */
  private static final String ANSWERS = "delete from idempotency where caller = any($1)";

  private final String service;
  private final Erasures erasures;
  private final PostgresKeyRing keys;
  private final ScopedPool pool;
  private final Vertx vertx;
  private final List<String> deletions;
  private final Clock clock;
  private final Counter forgotten;
  private volatile boolean stopped;

  /** Wired by the container. */
  @Inject
  public Forgetting(
      @ConfigProperty(name = "quarkus.application.name") String service,
      Erasures erasures,
      PostgresKeyRing keys,
      Holdings holdings,
      ScopedPool pool,
      Vertx vertx,
      Clock clock,
      MeterRegistry meters) {
    this.service = service;
    this.erasures = erasures;
    this.keys = keys;
    this.pool = pool;
    this.vertx = vertx;
    this.clock = clock;
    this.deletions = new ArrayList<>(holdings.deletions());
    this.deletions.add(ANSWERS);
    this.forgotten =
        Counter.builder("rebound.erasures")
            .description("Rows that were deleted of people who were erased")
            .register(meters);
  }

  void start(@Observes StartupEvent started) {
    repeat(PERIOD, this::look);
    repeat(LATE_PERIOD, this::again);
  }

  /**
   * Has every look from now on begin at the beginning once more, as after a rebuild, whose rows are
   * of everybody.
   *
   * @param transaction the one that brings the rows back
   */
  public Uni<Void> all(SqlConnection transaction) {
    return transaction.query(FROM_THE_BEGINNING).execute().replaceWithVoid();
  }

  void stop(@Observes ShutdownEvent stopping) {
    stopped = true;
  }

  /** Now, and again so long after it has ended, whether or not it could be done. */
  private void repeat(Duration period, Supplier<Uni<Void>> what) {
    if (stopped) {
      return;
    }
    what.get()
        .onTermination()
        .invoke(() -> vertx.setTimer(period.toMillis(), timer -> repeat(period, what)))
        .subscribe()
        .with(
            done -> {},
            failure -> LOG.warnf("Forgetting waits: %s", failure.getClass().getSimpleName()));
  }

  private Uni<Void> look() {
    return pool.query(Scope.ALL_BOARDS, LOOKED, Tuple.tuple())
        .chain(rows -> lookFrom(rows.iterator().next().getLong(0)));
  }

  /** Deletes once more what is held of whoever was erased within the last {@link #LATE}. */
  public Uni<Void> again() {
    return forgetAfter(clock.instant().minus(LATE), null).replaceWithVoid();
  }

  /**
   * One look.
   *
   * @param looked up to where the last one came, in microseconds; null before the first
   */
  private Uni<Void> lookFrom(@Nullable Long looked) {
    return forgetAfter(looked == null ? Instant.EPOCH : after(looked), null)
        .chain(latest ->
            latest.isEmpty()
                ? Uni.createFrom().voidItem()
                : pool.query(
                        Scope.ALL_BOARDS,
                        LOOK,
                        Tuple.from(new @Nullable Object[] {micros(latest.get()), looked}))
                    .replaceWithVoid());
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  private Instant after(long looked) {
    if (looked < 0) {
      return Instant.EPOCH;
    }
    Instant next = Instant.EPOCH.plus(looked + 1, ChronoUnit.MICROS);
    Instant again = clock.instant().minus(AGAIN);
    return next.isBefore(again) ? next : again;
  }

  /** Forgets whoever was erased after a moment; answers when the last of them was. */
  private Uni<Optional<Instant>> forgetAfter(Instant moment, @Nullable UUID last) {
    return erasures
        .after(moment, last, AT_ONCE)
        .chain(found -> {
          if (found.isEmpty()) {
            return Uni.createFrom().item(Optional.of(moment).filter(any -> last != null));
          }
          Erasure latest = found.getLast();
          return forget(found.stream().map(Erasure::subject).toList())
              .chain(() ->
                  found.size() < AT_ONCE
                      ? Uni.createFrom().item(Optional.of(latest.at()))
                      : forgetAfter(latest.at(), latest.subject()));
        });
  }

  /**
   * Answers once all of it is gone and this service has said so. A person's rows came by many
   * boards, so it is over all of them; without that scope it would find nothing and say so.
   */
  private Uni<Void> forget(List<UUID> subjects) {
    keys.forget(subjects);
    return pool.transaction(Scope.ALL_BOARDS, transaction -> delete(transaction, subjects))
        .chain(() -> erasures.acknowledge(service, subjects));
  }

  private Uni<Void> delete(SqlConnection transaction, List<UUID> subjects) {
    Tuple of = Tuple.of(subjects.toArray(UUID[]::new));
    return Multi.createFrom()
        .iterable(deletions)
        .onItem()
        .transformToUniAndConcatenate(sql -> transaction.preparedQuery(sql).execute(of))
        .invoke(rows -> forgotten.increment(rows.rowCount()))
        .collect()
        .last()
        .replaceWithVoid();
  }
}
