package dev.rebound.eventstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.eventstore.EventStore;
import dev.rebound.eventstore.Samples;
import dev.rebound.eventstore.Servers;
import dev.rebound.eventstore.Servers.Wired;
import dev.rebound.eventstore.StreamId;
import dev.rebound.sealing.Databases;
import dev.rebound.sealing.InMemoryKeyRing;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A connection dies and nobody is told: what waited on it fails, and what comes next works. */
class DeadLineIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Wired database = Servers.wiredEventStore();
  private final EventStore store =
      new PostgresEventStore(
          Databases.vertx(), database.wired(), InMemoryKeyRing.sealing(), new Bell());

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void an_append_is_told_and_the_next_to_the_same_stream_is_written() {
    StreamId stream = Samples.stream();
    store.append(Samples.append(stream, 0)).await().atMost(LIMIT);
    database.wire().fallSilent();
    assertThatThrownBy(() -> store.append(Samples.append(stream, 1)).await().atMost(LIMIT))
        .isInstanceOf(TimeoutException.class)
        .hasMessageNotContaining(stream.toString());

    store.append(Samples.append(stream, 1)).await().atMost(LIMIT);

    assertThat(store.read(stream).await().atMost(LIMIT).version()).isEqualTo(2);
  }

  @Test
  void a_lock_that_cannot_be_given_back_takes_its_connection_along() {
    SessionLock lock = SessionLock.tryTake(database.wired(), "test").orElseThrow();
    database.wire().fallSilent();

    lock.close();

    assertThat(takeAll(database.wired()))
        .hasSize(Databases.POOL_SIZE)
        .allSatisfy(connection ->
            assertThat(connection.query("select 1").execute().await().atMost(LIMIT)).hasSize(1))
        .allSatisfy(SqlConnection::closeAndAwait);
  }

  @Test
  void a_connection_that_comes_too_late_for_a_lock_goes_back_to_the_pool() {
    List<SqlConnection> all = takeAll(database.direct());
    assertThatThrownBy(() -> SessionLock.tryTake(database.direct(), "test"))
        .isInstanceOf(TimeoutException.class);
    all.forEach(SqlConnection::closeAndAwait);

    assertThat(takeAll(database.direct()))
        .hasSize(Databases.POOL_SIZE)
        .allSatisfy(SqlConnection::closeAndAwait);
  }

  private static List<SqlConnection> takeAll(Pool pool) {
    return Stream.generate(() -> pool.getConnection().await().atMost(LIMIT))
        .limit(Databases.POOL_SIZE)
        .toList();
  }

  @Test
  void the_database_soon_notices_that_a_holder_is_gone() {
    try (SessionLock lock = SessionLock.tryTake(database.direct(), "test").orElseThrow()) {
      assertThat(idleSeconds(lock)).isEqualTo("10");
    }
  }

  private static String idleSeconds(SessionLock lock) {
    return lock.connection()
        .query("show tcp_keepalives_idle")
        .execute()
        .await()
        .atMost(LIMIT)
        .iterator()
        .next()
        .getString(0);
  }
}
