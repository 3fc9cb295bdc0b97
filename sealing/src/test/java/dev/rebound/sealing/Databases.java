package dev.rebound.sealing;

import dev.rebound.localstack.LocalPostgres;
import dev.rebound.localstack.Throwaway;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Databases for the tests of this JVM, on a server that is started when the first is asked for. */
public final class Databases {

  /** How many connections each pool has. */
  public static final int POOL_SIZE = 20;

  private static final Vertx VERTX = Vertx.vertx();

  private static @Nullable LocalPostgres postgres;

  private Databases() {}

  /** The Vert.x of this JVM's tests. */
  public static Vertx vertx() {
    return VERTX;
  }

  /** A pool on a new database with the keys' table. */
  public static Pool keys() {
    return with("/db/keys/V1__subject_keys.sql");
  }

  /** A pool on a new database with the tables of a migration. */
  public static Pool with(String migration) {
    return with(migration, fresh());
  }

  /** The same on a database that is empty so far. */
  public static Pool with(String migration, PgConnectOptions database) {
    return migrated(pool(database), migration);
  }

  /** The same pool, after one more migration of its database. */
  public static Pool migrated(Pool pool, String migration) {
    pool.query(text(migration)).executeAndAwait();
    return pool;
  }

  /** How to connect to a new, empty database. */
  public static PgConnectOptions fresh() {
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

  /** A pool that connects like this. */
  public static Pool pool(PgConnectOptions options) {
    return Pool.pool(
        io.vertx.mutiny.core.Vertx.newInstance(VERTX),
        options,
        // A test's connections end with it, so that many tests fit one server.
        new PoolOptions().setMaxSize(POOL_SIZE).setIdleTimeout(1));
  }

  private static synchronized LocalPostgres postgres() {
    LocalPostgres known = postgres;
    if (known == null) {
      known = Throwaway.postgres("postgres-test");
      postgres = known;
    }
    return known;
  }

  private static String text(String resource) {
    try (InputStream in = Databases.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
