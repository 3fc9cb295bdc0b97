package dev.rebound.eventstore.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Promise;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.impl.Connection;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A lock that one process of a service holds for as long as its connection lives: the database
 * frees it when the process dies. Blocking; not for event loops.
 */
public final class SessionLock implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** How often a sign of life is asked for: a connection that is silent for long may be closed. */
  private static final Duration BEAT = Duration.ofSeconds(10);

  /** A holder whose machine is gone says no goodbye; the database's own patience is two hours. */
  private static final String NOTICE_THE_DEAD =
      """
      set tcp_keepalives_idle = 10;
      set tcp_keepalives_interval = 5;
      set tcp_keepalives_count = 3
      """;

  private final SqlConnection connection;
  private final Thread heart;

  private SessionLock(SqlConnection connection) {
    this.connection = connection;
    this.heart = Thread.ofVirtual().name("session-lock").unstarted(this::beat);
  }

  /** The connection that holds it. Whoever works on it cannot work on without the lock. */
  public SqlConnection connection() {
    return connection;
  }

  /** Takes the lock of this name, if nobody else has it. */
  public static Optional<SessionLock> tryTake(Pool pool, String name) {
    SessionLock lock = new SessionLock(connect(pool));
    try {
      if (lock.take(name)) {
        return Optional.of(lock);
      }
    } catch (RuntimeException lost) {
      // It may be taken a moment later.
      lock.discard();
      throw lost;
    }
    lock.connection.closeAndForget();
    return Optional.empty();
  }

  /**
   * A connection that comes too late goes back, or the pool would miss it for ever. The future is a
   * plain one: a stage of Mutiny's may be wrapped by whoever carries contexts over threads.
   */
  private static SqlConnection connect(Pool pool) {
    CompletableFuture<SqlConnection> asked = new CompletableFuture<>();
    pool.getConnection().subscribe().with(asked::complete, asked::completeExceptionally);
    try {
      return Uni.createFrom().completionStage(asked.minimalCompletionStage()).await().atMost(LIMIT);
    } catch (RuntimeException late) {
      asked.thenAccept(SqlConnection::closeAndForget);
      throw late;
    }
  }

  private boolean take(String name) {
    boolean taken =
        connection
            .preparedQuery("select pg_try_advisory_lock(hashtextextended($1, 0)) as taken")
            .execute(Tuple.of(name))
            .await()
            .atMost(LIMIT)
            .iterator()
            .next()
            .getBoolean("taken");
    if (taken) {
      connection.query(NOTICE_THE_DEAD).execute().await().atMost(LIMIT);
      heart.start();
    }
    return taken;
  }

  private void beat() {
    try {
      while (true) {
        TimeUnit.NANOSECONDS.sleep(BEAT.toNanos());
        // Where it has no answer the connection is lost, which its user finds out.
        connection.query("select 1").execute().subscribe().with(alive -> {}, lost -> {});
      }
    } catch (InterruptedException released) {
      // Only close() and discard() interrupt.
    }
  }

  /** Gives the lock back, and the connection to its pool as it was. */
  @Override
  public void close() {
    heart.interrupt();
    try {
      connection
          .query("select pg_advisory_unlock_all(); reset all")
          .execute()
          .await()
          .atMost(LIMIT);
      connection.closeAndForget();
    } catch (RuntimeException lost) {
      discard();
    }
  }

  /**
   * With the connection the lock is gone as well. The pool must not give it to somebody else, who
   * would wait on a line that is dead: it is closed and never given back, and the pool counts it
   * out once it is closed.
   */
  private void discard() {
    heart.interrupt();
    Connection pooled = ((SqlConnectionInternal) connection.getDelegate()).unwrap();
    pooled.unwrap().close(null, Promise.promise());
  }
}
