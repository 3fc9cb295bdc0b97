package dev.rebound.benchmarks;

import dev.rebound.events.ApplicationEvent;
import dev.rebound.events.ApplicationEvent.StageReached;
import dev.rebound.events.StageKind;
import dev.rebound.eventstore.CommandHandler;
import dev.rebound.eventstore.Decider;
import dev.rebound.eventstore.Decider.Decision;
import dev.rebound.eventstore.postgres.Bell;
import dev.rebound.eventstore.postgres.PostgresEventStore;
import dev.rebound.eventstore.relay.Relay;
import dev.rebound.eventstore.relay.Topics;
import dev.rebound.sealing.AesSealing;
import dev.rebound.sealing.PostgresKeyRing;
import dev.rebound.sealing.WrappingKey;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The event store of the services in this process, on databases that no service knows of. */
final class StoreHere implements AutoCloseable {

  /** Words that make an event of some 410 bytes once they are sealed. */
  static final String WORDS = "They asked how I would plan a ward for the night. ".repeat(2);

  private static final int CONNECTIONS = 8;
  private static final int KEY_BYTES = 32;

  /** As the services have them. */
  private static final int PARTITIONS = 6;

  private final Vertx vertx = Vertx.vertx();
  private final Ground ground;
  private final String database;
  private final Pool events;
  private final Pool keys;
  private final PostgresEventStore store;

  /** Makes the databases where they are not there yet, and a store on them. */
  StoreHere(Ground ground) throws SQLException, IOException {
    this.ground = ground;
    this.database = ground.bare();
    this.events = pool(database);
    this.keys = pool(ground.database("bare_keys", keysTable()));
    byte[] secret = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(secret);
    WrappingKey wrappingKey = new WrappingKey(Base64.getEncoder().encodeToString(secret));
    this.store =
        new PostgresEventStore(
            vertx.getDelegate(),
            events,
            new AesSealing(new PostgresKeyRing(keys, wrappingKey), wrappingKey),
            new Bell());
  }

  /** Takes notes of a candidate: each is an event, and the state is how many there are. */
  CommandHandler<String, Integer, ApplicationEvent, String> noting(UUID candidate) {
    return new CommandHandler<>(new Noting(candidate), ApplicationEvent.class, store);
  }

  /** A relay of another database's applications to their topic; to be started and closed. */
  Relay relayOf(String database) {
    return new Relay(
        dev.rebound.events.Topic.APPLICATIONS,
        pool(database),
        new Bell(),
        new Topics(Map.of("bootstrap.servers", ground.kafka()), PARTITIONS, 1));
  }

  /** The one number a query finds. */
  long number(String sql) throws SQLException {
    return ground.number(database, sql);
  }

  private record Noting(UUID candidate)
      implements Decider<String, Integer, ApplicationEvent, String> {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 20);

    @Override
    public Integer initial() {
      return 0;
    }

    @Override
    public Decision<ApplicationEvent, String> decide(String note, Integer state) {
      return Decision.accept(
          new StageReached(candidate, candidate, StageKind.RECRUITER_SCREEN, DAY, note));
    }

    @Override
    public Integer evolve(Integer state, ApplicationEvent event) {
      return state + 1;
    }
  }

  private Pool pool(String name) {
    return Pool.pool(
        vertx,
        new PgConnectOptions()
            .setHost("127.0.0.1")
            .setPort(ground.port("postgres"))
            .setDatabase(name)
            .setUser(name)
            .setPassword(Ground.password(name))
            .setCachePreparedStatements(true),
        new PoolOptions().setMaxSize(CONNECTIONS));
  }

  private static String keysTable() throws IOException {
    try (InputStream table =
        PostgresKeyRing.class.getResourceAsStream("/db/keys/V1__subject_keys.sql")) {
      return new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    events.closeAndAwait();
    keys.closeAndAwait();
    vertx.closeAndAwait();
  }
}
