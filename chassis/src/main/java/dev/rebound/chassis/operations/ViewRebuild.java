package dev.rebound.chassis.operations;

import dev.rebound.chassis.operations.View.RebuildStatus;
import dev.rebound.chassis.operations.View.Status;
import dev.rebound.chassis.owndata.Forgetting;
import dev.rebound.delivery.Projection;
import dev.rebound.delivery.Rebuild;
import dev.rebound.delivery.Rebuild.Outcome;
import dev.rebound.delivery.Rereading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One rebuild of one view, while it runs and afterwards. */
final class ViewRebuild implements Runnable, Rebuild.Watcher {

  private static final Logger LOG = Logger.getLogger(ViewRebuild.class);

  private final Projection view;
  private final Rebuild rebuild;
  private final Clock clock;
  private final Forgetting forgetting;
  private final Instant startedAt;
  private final AtomicLong events = new AtomicLong();
  private volatile @Nullable Long total;
  private volatile @Nullable Instant switchedAt;
  private volatile @Nullable Instant endedAt;
  private volatile @Nullable Outcome outcome;
  private volatile Status status = Status.RUNNING;

  ViewRebuild(Projection view, Rebuild rebuild, Clock clock, Forgetting forgetting) {
    this.view = view;
    this.rebuild = rebuild;
    this.clock = clock;
    this.forgetting = forgetting;
    this.startedAt = clock.instant();
  }

  @Override
  public void run() {
    try {
      Outcome changed = rebuild.run(view, this);
      outcome = changed;
      end(Status.DONE);
      LOG.infof(
          "%s is rebuilt of %d events; %d rows differ",
          view.name(), events.get(), changed.differing());
      changed.rereadings().forEach(this::log);
    } catch (InterruptedException stopped) {
      end(Status.FAILED);
    } catch (RuntimeException failure) {
      // Kinds of failures only: a message may quote a row.
      LOG.errorf(
          "The rebuild of %s failed: %s by %s",
          view.name(),
          failure.getClass().getSimpleName(),
          failure.getCause() == null ? "itself" : failure.getCause().getClass().getSimpleName());
      end(Status.FAILED);
    }
  }

  private void log(Rereading again) {
    LOG.infof(
        "%s: %d texts read again (%s -> %s): %d specific now, %d generic now, %d with other themes",
        view.name(),
        again.texts(),
        again.from(),
        again.to(),
        again.specificNow(),
        again.genericNow(),
        again.otherThemes());
  }

  private void end(Status last) {
    endedAt = clock.instant();
    status = last;
  }

  @Override
  public void expects(long all) {
    total = all;
  }

  @Override
  public void read(long more) {
    events.addAndGet(more);
  }

  /** The codes of events outlast an erasure, so rows without words are back with the switch. */
  @Override
  public Uni<Void> switching(SqlConnection transaction) {
    return forgetting.all(transaction);
  }

  @Override
  public void switched() {
    switchedAt = clock.instant();
  }

  boolean isRunning() {
    return status == Status.RUNNING;
  }

  RebuildStatus status() {
    Outcome changed = outcome;
    return new RebuildStatus(
        view.name(),
        status,
        events.get(),
        total,
        startedAt,
        switchedAt,
        endedAt,
        changed == null ? null : changed.differing(),
        changed == null ? null : changed.rereadings());
  }
}
