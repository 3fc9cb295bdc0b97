package dev.rebound.delivery;

import dev.rebound.delivery.Delivery.Source;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.Backoff;
import dev.rebound.eventstore.postgres.EventCodec;
import dev.rebound.eventstore.postgres.EventLog.Cursor;
import dev.rebound.eventstore.postgres.SessionLock;
import dev.rebound.sealing.Sealing;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Folds a projection anew beside the live one, and then puts the new tables in the place of the old
 * ones. Reads never fail meanwhile, and the live projection goes on until the moment of the switch.
 *
 * <p>History is folded in memory and copied where the projection can do that; what is left, and
 * everything where it cannot, is applied in batches as the live projection does. The new tables
 * follow the live watermarks and never pass them. For the switch these are locked, which stops the
 * live projection for as long as the last few events take; then both are at the same place, and the
 * switch and its notes are one transaction. A rebuild that dies leaves nothing but tables that the
 * next one drops.
 */
public final class Rebuild {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final int SWITCH_TRIES = 5;

  /** How many events may be left for the moment in which the live projection waits. */
  private static final int FEW = 2_000;

  private final Tools tools;

  /**
   * Rebuilds projections in the pool's database, from its own events and from the broker's.
   *
   * @param own the service's own topic
   * @param copies the same database, for COPY; two connections at a time
   */
  public Rebuild(
      Topic own,
      Pool pool,
      DataSource copies,
      EventCodec codec,
      Sealing sealing,
      Map<String, Object> kafka) {
    this.tools = new Tools(Source.own(own), pool, copies, codec, sealing, Map.copyOf(kafka));
  }

  /** What a rebuild works with. */
  record Tools(
      Source own,
      Pool pool,
      DataSource copies,
      EventCodec codec,
      Sealing sealing,
      Map<String, Object> kafka) {

    /** Where a topic's events come from here. */
    Source source(Topic topic) {
      return topic == own.topic() ? own : Source.of(topic);
    }

    /** Where the live projection stands in every source it takes. */
    Map<Topic, Map<Integer, Cursor>> standing(Projection live) {
      Map<Topic, Map<Integer, Cursor>> standing = new HashMap<>();
      for (Topic topic : live.topics()) {
        standing.put(
            topic,
            Bookkeeping.watermarks(pool, live.name(), source(topic).name()).await().atMost(LIMIT));
      }
      return standing;
    }
  }

  /**
   * What a rebuild changed.
   *
   * @param differing how many rows are new, gone, or other than they were in the former tables
   * @param rereadings what became of texts that another version of the reader had read, one for
   *     each such version
   */
  public record Outcome(long differing, List<Rereading> rereadings) {

    public Outcome {
      rereadings = List.copyOf(rereadings);
    }
  }

  /** Is told how a rebuild goes; from several threads. */
  public interface Watcher {

    /** So many events there are to read, more or less, and more may come. */
    void expects(long events);

    /** So many more were read; fewer than none where they have to be read again. */
    void read(long more);

    /** The new tables are live. */
    void switched();
  }

  /**
   * Rebuilds and switches. Blocking, for as long as history is.
   *
   * @return what is other than it was in the former tables
   * @throws IllegalStateException where another rebuild runs, or the tables are tied to others
   */
  public Outcome run(Projection projection, Watcher watcher) throws InterruptedException {
    SessionLock lock =
        SessionLock.tryTake(tools.pool(), "rebound rebuild " + projection.name())
            .orElseThrow(() -> new IllegalStateException("it is being rebuilt already"));
    try (lock) {
      ShadowTables shadow = new ShadowTables(projection);
      shadow.create(tools.pool()).await().atMost(LIMIT);
      watcher.expects(expected(projection));
      Optional<RowFold<?, ?>> fold = projection.fold();
      Map<Topic, Map<Integer, Cursor>> folded =
          fold.isPresent()
              ? new BulkFold<>(projection, fold.get(), shadow, tools, watcher).run()
              : Map.of();
      try (Following following = new Following(projection, shadow, tools, watcher, folded)) {
        while (following.catchUp() > FEW) {
          // The live projection has gone on meanwhile.
        }
        SqlConnection snapshot = switchOver(projection, shadow, following);
        watcher.switched();
        try {
          return new Difference(projection, snapshot, tools.sealing(), shadow.former()).outcome();
        } finally {
          // Rolls back, and so lets go of the former tables.
          snapshot.close().await().atMost(LIMIT);
          shadow.drop(tools.pool()).await().atMost(LIMIT);
        }
      }
    }
  }

  /** Offsets and positions count from the first event on, with few gaps. */
  private long expected(Projection live) {
    return tools.standing(live).values().stream()
        .flatMap(places -> places.values().stream())
        .mapToLong(place -> place.position() + 1)
        .sum();
  }

  private SqlConnection switchOver(Projection live, ShadowTables shadow, Following following)
      throws InterruptedException {
    Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(2));
    for (int tries = 1; true; tries++) {
      try {
        return tryToSwitch(live, shadow, following);
      } catch (PgException failed) {
        if (tries == SWITCH_TRIES || !LOCK_NOT_AVAILABLE.equals(failed.getSqlState())) {
          throw failed;
        }
        backoff.pause();
      }
    }
  }

  /**
   * Stops the live projection, reads what is left, and switches.
   *
   * @return a transaction that sees the former and the new tables as they were at the switch
   */
  private SqlConnection tryToSwitch(Projection live, ShadowTables shadow, Following following)
      throws InterruptedException {
    // What does not exist cannot be locked: a partition that is met for the first time just now.
    following.beginEverywhere();
    SqlConnection connection = tools.pool().getConnection().await().atMost(LIMIT);
    try {
      Transaction transaction = connection.begin().await().atMost(LIMIT);
      connection
          .preparedQuery("select 1 from public.watermark where handler = $1 for update")
          .execute(Tuple.of(live.name()))
          .await()
          .atMost(LIMIT);
      following.catchUp();
      SqlConnection snapshot = snapshot();
      try {
        shadow.swap(connection).await().atMost(LIMIT);
        transaction.commit().await().atMost(LIMIT);
        return snapshot;
      } catch (RuntimeException failed) {
        snapshot.closeAndForget();
        throw failed;
      }
    } finally {
      // Where it has not come to the commit, this rolls back.
      connection.closeAndForget();
    }
  }

  private SqlConnection snapshot() {
    SqlConnection connection = tools.pool().getConnection().await().atMost(LIMIT);
    connection
        .begin()
        .chain(() ->
            connection
                .query("set transaction isolation level repeatable read, read only")
                .execute())
        .chain(() -> connection.query("select 1").execute())
        .await()
        .atMost(LIMIT);
    return connection;
  }
}
