package dev.rebound.eventstore;

import dev.rebound.localstack.BackgroundProcess;
import dev.rebound.localstack.Lifetime;
import dev.rebound.localstack.LocalKafka;
import dev.rebound.localstack.LocalPostgres;
import dev.rebound.localstack.Part;
import dev.rebound.localstack.Ports;
import dev.rebound.localstack.Root;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** PostgreSQL and Kafka for the tests of this JVM, each started when it is first asked for. */
public final class Servers {

  /** How many connections each pool has. */
  public static final int POOL_SIZE = 20;

  private static final String PASSWORD = "postgres-test";
  private static final Vertx VERTX = Vertx.vertx();

  private static @Nullable LocalPostgres postgres;
  private static @Nullable LocalKafka kafka;

  private Servers() {}

  /** The Vert.x of this JVM's tests. */
  public static Vertx vertx() {
    return VERTX;
  }

  /** A pool on a new database with the event store's tables. */
  public static Pool eventStore() {
    return database("/db/eventstore/V1__event_store.sql");
  }

  /**
   * Two pools on one new database with the event store's tables.
   *
   * @param direct connects as usual
   * @param wired connects through the wire
   */
  public record Wired(Pool direct, Pool wired, Wire wire) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      wired.closeAndForget();
      wire.close();
    }
  }

  /** The same with a second way to it. */
  public static Wired wiredEventStore() {
    PgConnectOptions options = newDatabase();
    Pool direct = pool(options);
    direct.query(text("/db/eventstore/V1__event_store.sql")).executeAndAwait();
    Wire wire = new Wire(options.getPort());
    return new Wired(direct, pool(new PgConnectOptions(options).setPort(wire.port())), wire);
  }

  /** A pool on a new database with the keys' table. */
  public static Pool keys() {
    return database("/db/keys/V1__subject_keys.sql");
  }

  /** The broker; a test may stop it and start it again. */
  public static synchronized LocalKafka kafka() {
    LocalKafka known = kafka;
    if (known == null) {
      Path folder = scratch("kafka");
      known =
          new LocalKafka(
              Root.find(),
              folder.resolve("data"),
              Ports.free(),
              process("kafka", folder),
              withThisJvm(folder));
      startAndAwait(known);
      kafka = known;
    }
    return known;
  }

  /** Starts a part and waits until it answers. */
  public static void startAndAwait(Part part) {
    part.start();
    part.awaitReady();
  }

  private static synchronized LocalPostgres postgres() {
    LocalPostgres known = postgres;
    if (known == null) {
      Path folder = scratch("postgres");
      known =
          new LocalPostgres(
              Root.find(),
              folder.resolve("data"),
              Ports.free(),
              PASSWORD,
              process("postgres", folder),
              withThisJvm(folder));
      startAndAwait(known);
      postgres = known;
    }
    return known;
  }

  private static Pool database(String ddl) {
    Pool pool = pool(newDatabase());
    pool.query(text(ddl)).executeAndAwait();
    return pool;
  }

  /** How to connect to a new, empty database. */
  private static PgConnectOptions newDatabase() {
    LocalPostgres server = postgres();
    String name = "test_" + UUID.randomUUID().toString().substring(24);
    server.createDatabase(name, name);
    return new PgConnectOptions()
        .setHost("localhost")
        .setPort(server.port())
        .setDatabase(name)
        .setUser(name)
        .setPassword(name)
        .setCachePreparedStatements(true);
  }

  private static Pool pool(PgConnectOptions options) {
    return Pool.pool(
        io.vertx.mutiny.core.Vertx.newInstance(VERTX),
        options,
        // A test's connections end with it, so that many tests fit one server.
        new PoolOptions().setMaxSize(POOL_SIZE).setIdleTimeout(1));
  }

  private static String text(String resource) {
    try (InputStream in = Servers.class.getResourceAsStream(resource)) {
      return new String(
          java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static BackgroundProcess process(String name, Path folder) {
    return new BackgroundProcess(name, folder, folder.resolve(name + ".log"));
  }

  private static Lifetime withThisJvm(Path scratch) {
    return new Lifetime.WithProcess(ProcessHandle.current().pid(), scratch);
  }

  private static Path scratch(String part) {
    try {
      return Files.createTempDirectory("rebound-" + part + "-");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
