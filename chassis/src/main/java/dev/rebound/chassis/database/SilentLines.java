package dev.rebound.chassis.database;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection on which nothing came back for {@link #SILENCE}, be it in use or not, or only
 * just being made. Who waits for a query gives up sooner, but the connection stays in use for as
 * long as the query does: without this, a line that swallows everything would take the pool's
 * connections for good, one with each query that was under way.
 *
 * <p>What a quiet service has open is closed as well, and opened again when it is needed.
 */
@ApplicationScoped
public class SilentLines {

  /** Longer than a handler's transaction may take, which is 35 s. */
  static final Duration SILENCE = Duration.ofSeconds(40);

  @Produces
  @Singleton
  PgPoolCreator own() {
    return SilentLines::pool;
  }

  @Produces
  @Singleton
  @ReactiveDataSource("keys")
  PgPoolCreator keys() {
    return SilentLines::pool;
  }

  private static Pool pool(PgPoolCreator.Input input) {
    for (PgConnectOptions options : input.pgConnectOptionsList()) {
      options.setReadIdleTimeout((int) SILENCE.toSeconds()).setIdleTimeoutUnit(TimeUnit.SECONDS);
    }
    return Pool.pool(input.vertx(), input.pgConnectOptionsList().getFirst(), input.poolOptions());
  }
}
