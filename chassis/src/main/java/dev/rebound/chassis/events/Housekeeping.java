package dev.rebound.chassis.events;

import dev.rebound.eventstore.postgres.PostgresEventStore;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Forgets, every ten minutes, idempotency answers and notes that nobody may ask for any more, and
 * has the service's own parts forget.
 */
@ApplicationScoped
public class Housekeeping {

  private static final Logger LOG = Logger.getLogger(Housekeeping.class);
  private static final Duration PERIOD = Duration.ofMinutes(10);

  private final PostgresEventStore store;
  private final EventPath path;
  private final List<Prunable> others;
  private final Vertx vertx;

  /** Wired by the container. */
  @Inject
  public Housekeeping(
      PostgresEventStore store, EventPath path, @All List<Prunable> others, Vertx vertx) {
    this.store = store;
    this.path = path;
    this.others = others;
    this.vertx = vertx;
  }

  void start(@Observes StartupEvent started) {
    vertx.setPeriodic(PERIOD.toMillis(), timer -> keep());
  }

  private void keep() {
    List<Uni<Void>> all = new ArrayList<>(List.of(store.prune(), path.prune()));
    others.forEach(it -> all.add(it.prune()));
    Uni.join()
        .all(all)
        .andCollectFailures()
        .subscribe()
        .with(
            done -> LOG.debug("pruned"),
            failure -> LOG.warnf("Pruning waits: %s", failure.getClass().getSimpleName()));
  }
}
