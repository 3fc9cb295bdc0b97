package dev.rebound.chassis.events;

import dev.rebound.events.Topic;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the database, every {@link #PERIOD}, what only it knows: what is unsent whoever
 * relays, which streams are parked, and how old the oldest transaction is. A scrape reads the last
 * answer and waits for nothing.
 */
@ApplicationScoped
public class DatabaseWatch {

  private static final Logger LOG = Logger.getLogger(DatabaseWatch.class);
  private static final Duration PERIOD = Duration.ofSeconds(10);
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final double NANOS = 1e9;

  /** Counts no further than this. */
  private static final int MOST = 100_000;

  private static final String UNSENT =
      """
      with relayed as (
        select tx, position from watermark where handler = 'relay' and source = $1
      ), unsent as (
        select time from event
        where (tx, position) > (
          coalesce((select tx from relayed), 0)::text::xid8,
          coalesce((select position from relayed), -1))
        order by event.tx, event.position
        limit $2
      )
      select count(*) as events,
        coalesce(extract(epoch from clock_timestamp() - min(time)), 0)::float8 as age
      from unsent
      """;

  /** Of each handler of the service's own events, how many it does not have. */
  private static final String BEHIND =
      """
      select handler, (
        select count(*) from (
          select from event
          where (event.tx, event.position) > (w.tx::text::xid8, w.position)
          limit $1
        ) as left_over
      ) as events
      from watermark w where source = 'own'
      """;

  /**
   * A role sees the transactions of its own sessions only, but the snapshot's horizon is that of
   * the whole cluster. A horizon that stands still while later transactions have begun is as old as
   * this service has seen it.
   */
  private static final String TRANSACTIONS =
      """
      select
        (select coalesce(extract(epoch from clock_timestamp() - min(xact_start)), 0)::float8
         from pg_stat_activity where pid <> pg_backend_pid()) as oldest,
        pg_snapshot_xmin(snapshot)::text::bigint as xmin,
        pg_snapshot_xmax(snapshot)::text::bigint as xmax
      from pg_current_snapshot() as snapshot
      """;

  private final Topic own;
  private final Pool pool;
  private final EventPath path;
  private final Vertx vertx;
  private long horizon = -1;
  private long horizonSince;
  private volatile @Nullable Reading last;

  /** Wired by the container. */
  @Inject
  public DatabaseWatch(
      @ConfigProperty(name = "rebound.topic") Topic own, Pool pool, EventPath path, Vertx vertx) {
    this.own = own;
    this.pool = pool;
    this.path = path;
    this.vertx = vertx;
  }

  /**
   * What the database said: unsent events, ages in seconds, events left and parked streams by
   * handler.
   */
  private record Reading(
      long unsent,
      double unsentAge,
      double oldestTransaction,
      double horizonAge,
      Map<String, Long> behind,
      Map<String, Long> parked) {}

  void start(@Observes StartupEvent started) {
    vertx.runOnContext(now -> look());
    vertx.setPeriodic(PERIOD.toMillis(), timer -> look());
  }

  private void look() {
    Uni.combine()
        .all()
        .unis(
            pool.preparedQuery(UNSENT).execute(Tuple.of(own.address(), MOST)),
            pool.preparedQuery(BEHIND).execute(Tuple.of(MOST)),
            pool.query(TRANSACTIONS).execute(),
            path.parkedStreams().count())
        .with(this::reading)
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .subscribe()
        .with(
            reading -> last = reading,
            failure -> {
              LOG.debugf("the database does not say: %s", failure.getClass().getSimpleName());
              last = null;
            });
  }

  private synchronized Reading reading(
      RowSet<Row> unsent, RowSet<Row> behind, RowSet<Row> transactions, Map<String, Long> parked) {
    Map<String, Long> left = new HashMap<>();
    behind.forEach(row -> left.put(row.getString("handler"), row.getLong("events")));
    Row relay = unsent.iterator().next();
    Row running = transactions.iterator().next();
    return new Reading(
        relay.getLong("events"),
        Math.max(0, relay.getDouble("age")),
        Math.max(0, running.getDouble("oldest")),
        horizonAge(running.getLong("xmin"), running.getLong("xmax")),
        Map.copyOf(left),
        Map.copyOf(parked));
  }

  private double horizonAge(long xmin, long xmax) {
    long now = System.nanoTime();
    if (xmin != horizon || xmin == xmax) {
      horizon = xmin;
      horizonSince = now;
    }
    return (now - horizonSince) / NANOS;
  }

  /** How many events are not acknowledged by the broker, at most 100 000; NaN where unknown. */
  double unsent() {
    Reading reading = last;
    return reading == null ? Double.NaN : reading.unsent();
  }

  /** The age of the oldest of them in seconds; NaN where unknown. */
  double unsentAge() {
    Reading reading = last;
    return reading == null ? Double.NaN : reading.unsentAge();
  }

  /** The age in seconds of the oldest transaction that the service's role may see. */
  double oldestTransaction() {
    Reading reading = last;
    return reading == null ? Double.NaN : reading.oldestTransaction();
  }

  /** For how many seconds nothing behind the horizon has ended, in the whole cluster. */
  double horizonAge() {
    Reading reading = last;
    return reading == null ? Double.NaN : reading.horizonAge();
  }

  /**
   * How many of the service's own events a handler does not have, at most 100 000; NaN where
   * unknown.
   */
  double behind(String handler) {
    Reading reading = last;
    return reading == null ? Double.NaN : reading.behind().getOrDefault(handler, 0L);
  }

  /** How many streams wait for a handler; NaN where unknown. */
  double parked(String handler) {
    Reading reading = last;
    return reading == null ? Double.NaN : reading.parked().getOrDefault(handler, 0L);
  }
}
