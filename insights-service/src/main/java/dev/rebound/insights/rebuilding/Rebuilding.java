package dev.rebound.insights.rebuilding;

import dev.rebound.delivery.Projection;
import dev.rebound.delivery.Rebuild;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.postgres.EventCodec;
import dev.rebound.insights.contexts.ContextProjection;
import dev.rebound.insights.rebuilding.Progress.Status;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs the rebuild of the contexts on a thread of its own. */
@ApplicationScoped
public class Rebuilding {

  private static final Logger LOG = Logger.getLogger(Rebuilding.class);

  private final Projection projection;
  private final Rebuild rebuild;
  private final Clock clock;
  private volatile Progress progress;
  private volatile @Nullable Thread thread;

  /** Wired by the container. */
  @Inject
  public Rebuilding(
      ContextProjection projection,
      @ConfigProperty(name = "rebound.topic") Topic own,
      Pool pool,
      EventCodec codec,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      Clock clock) {
    this.projection = projection;
    this.rebuild = new Rebuild(own, pool, codec, kafka);
    this.clock = clock;
    this.progress = new Progress(projection.name(), Status.NONE, 0, null, null);
  }

  /** Starts a rebuild, unless one runs here already; false where one does. */
  synchronized boolean start() {
    if (progress.status() == Status.RUNNING) {
      return false;
    }
    progress = new Progress(projection.name(), Status.RUNNING, 0, clock.instant(), null);
    thread = Thread.ofVirtual().name("rebuild").start(this::run);
    return true;
  }

  /** How the last one stands. */
  Progress progress() {
    return progress;
  }

  void stop(@Observes ShutdownEvent stopping) {
    Thread running = thread;
    if (running != null) {
      running.interrupt();
    }
  }

  private void run() {
    try {
      rebuild.run(projection, events -> told(Status.RUNNING, events));
      told(Status.DONE, progress.events());
    } catch (InterruptedException stopped) {
      told(Status.FAILED, progress.events());
    } catch (RuntimeException failure) {
      LOG.errorf("The rebuild failed: %s", failure.getClass().getSimpleName());
      told(Status.FAILED, progress.events());
    }
  }

  private void told(Status status, long events) {
    progress =
        new Progress(
            projection.name(),
            status,
            events,
            progress.startedAt(),
            status == Status.RUNNING ? null : clock.instant());
  }
}
