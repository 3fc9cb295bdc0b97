package dev.rebound.delivery;

import dev.rebound.delivery.Delivery.Source;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.postgres.EventCodec;
import dev.rebound.eventstore.postgres.EventLog.Cursor;
import dev.rebound.eventstore.postgres.SessionLock;
import dev.rebound.sealing.Sealing;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Folds a projection anew beside the live one, and then puts the new tables in the place of the old
 * ones. Reads never fail meanwhile, and the live projection goes on until the moment of the switch.
 *
 * <p>History is folded in memory and copied where the projection can do that; what is left, and
 * everything where it cannot, is applied in batches as the live projection does. The new tables
 * follow the live watermarks and never pass them. For the switch these are locked, which stops the
 * live projection for as long as the last few events take; then both are at the same place, and the
 * switch and its notes are one transaction. A rebuild that fails drops its tables; one that dies
 * leaves them, and the next one drops them.
 */
public final class Rebuild {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Logger LOG = Logger.getLogger(Rebuild.class);

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
    this(own, pool, copies, codec, sealing, kafka, Runtime.getRuntime().maxMemory() / 4);
  }

  /**
   * One with so much room.
   *
   * @param room about how many bytes of rows are held at a time; the rows that come of it are the
   *     same
   */
  Rebuild(
      Topic own,
      Pool pool,
      DataSource copies,
      EventCodec codec,
      Sealing sealing,
      Map<String, Object> kafka,
      long room) {
    this.tools = new Tools(Source.own(own), pool, copies, codec, sealing, Map.copyOf(kafka), room);
  }

  /** What a rebuild works with. */
  record Tools(
      Source own,
      Pool pool,
      DataSource copies,
      EventCodec codec,
      Sealing sealing,
      Map<String, Object> kafka,
      long room) {

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

    /** Writes what is to be written with the switch, in its transaction. */
    default Uni<Void> switching(SqlConnection transaction) {
      return Uni.createFrom().voidItem();
    }

    /** The new tables are live. */
    void switched();
  }

  /**
   * Rebuilds and switches. Blocking, for as long as history is.
   *
   * @return what is other than it was in the former tables
   * @throws IllegalStateException where another rebuild runs, or the tables are tied to others
   * @throws RuntimeException where it failed otherwise: the live projection is as it was, unless
   *     the watcher was told of the switch
   */
  public Outcome run(Projection projection, Watcher watcher) throws InterruptedException {
    SessionLock lock =
        SessionLock.tryTake(tools.pool(), "rebound rebuild " + projection.name())
            .orElseThrow(() -> new IllegalStateException("it is being rebuilt already"));
    try (lock) {
      ShadowTables shadow = new ShadowTables(projection);
      shadow.create(tools.pool()).await().atMost(LIMIT);
      try {
        return run(projection, shadow, watcher, lock.connection());
      } finally {
        drop(shadow, lock.connection());
      }
    }
  }

  private Outcome run(
      Projection projection, ShadowTables shadow, Watcher watcher, SqlConnection locked)
      throws InterruptedException {
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
      SqlConnection snapshot =
          new SwitchOver(projection, shadow, following, tools.pool(), locked, watcher::switching)
              .run();
      watcher.switched();
      try {
        return new Difference(projection, snapshot, tools.sealing(), shadow.former()).outcome();
      } finally {
        // Rolls back, and so lets go of the former tables.
        snapshot.close().await().atMost(LIMIT);
      }
    }
  }

  /** Not without the lock: by now they may be another rebuild's. */
  private void drop(ShadowTables shadow, SqlConnection locked) {
    try {
      shadow.drop(locked).await().atMost(LIMIT);
    } catch (RuntimeException failed) {
      LOG.warnf(
          "%s is left over until the next rebuild: %s", shadow.schema(), Failure.describe(failed));
    }
  }

  /** Offsets and positions count from the first event on, with few gaps. */
  private long expected(Projection live) {
    return tools.standing(live).values().stream()
        .flatMap(places -> places.values().stream())
        .mapToLong(place -> place.position() + 1)
        .sum();
  }
}
