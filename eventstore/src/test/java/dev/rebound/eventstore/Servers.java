package dev.rebound.eventstore;

import dev.rebound.localstack.LocalKafka;
import dev.rebound.localstack.Ports;
import dev.rebound.localstack.Throwaway;
import dev.rebound.localstack.Wire;
import dev.rebound.sealing.Databases;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Event stores and the broker for the tests of this JVM. */
public final class Servers {

  private static final String EVENT_STORE = "/db/eventstore/V1__event_store.sql";

  /** What came to it since, in this order. */
  private static final List<String> LATER =
      List.of(
          "/db/eventstore/V2__parked_place.sql",
          "/db/eventstore/V3__pass_over.sql",
          "/db/eventstore/V4__trace.sql");

  private static @Nullable LocalKafka kafka;

  private Servers() {}

  /** A pool on a new database with the event store's tables. */
  public static Pool eventStore() {
    return eventStore(Databases.fresh());
  }

  /**
   * Two pools on one new database with the event store's tables.
   *
   * @param direct connects as usual
   * @param wired connects through the wire
   */
  public record Wired(Pool direct, Pool wired, Wire wire) implements AutoCloseable {
    @Override
    public void close() {
      wired.closeAndForget();
      wire.close();
    }
  }

  /** The same with a second way to it. */
  public static Wired wiredEventStore() {
    PgConnectOptions database = Databases.fresh();
    Pool direct = eventStore(database);
    Wire wire = new Wire(database.getPort());
    return new Wired(
        direct, Databases.pool(new PgConnectOptions(database).setPort(wire.port())), wire);
  }

  /** A pool on a database that is empty so far, with the event store's tables. */
  public static Pool eventStore(PgConnectOptions database) {
    Pool pool = Databases.with(EVENT_STORE, database);
    LATER.forEach(migration -> Databases.migrated(pool, migration));
    return pool;
  }

  /** The broker, started when it is first asked for; a test may stop it and start it again. */
  public static synchronized LocalKafka kafka() {
    LocalKafka known = kafka;
    if (known == null) {
      known = Throwaway.kafka(Ports.free(), Throwaway.folder("kafka"));
      Throwaway.startAndAwait(known);
      kafka = known;
    }
    return known;
  }
}
