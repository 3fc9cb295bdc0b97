package dev.rebound.chassis.events;

import dev.rebound.eventstore.postgres.PostgresEventStore;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Forgets, every ten minutes, idempotency answers and notes that nobody may ask for any more. */
@ApplicationScoped
public class Housekeeping {

  private static final Logger LOG = Logger.getLogger(Housekeeping.class);
  private static final Duration PERIOD = Duration.ofMinutes(10);

  private final PostgresEventStore store;
  private final EventPath path;
  private final Vertx vertx;

  /** Wired by the container. */
  @Inject
  public Housekeeping(PostgresEventStore store, EventPath path, Vertx vertx) {
    this.store = store;
    this.path = path;
    this.vertx = vertx;
  }

  void start(@Observes StartupEvent started) {
    vertx.setPeriodic(PERIOD.toMillis(), timer -> keep());
  }

  private void keep() {
    Uni.join()
        .all(store.prune(), path.prune())
        .andCollectFailures()
        .subscribe()
        .with(
            done -> LOG.debug("pruned"),
            failure -> LOG.warnf("Pruning waits: %s", failure.getClass().getSimpleName()));
  }
}
