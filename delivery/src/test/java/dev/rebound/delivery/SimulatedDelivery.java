package dev.rebound.delivery;

import dev.rebound.delivery.Delivered.Good;
import dev.rebound.delivery.Plan.Standing;
import dev.rebound.delivery.simulation.Database;
import dev.rebound.delivery.simulation.Database.Transaction;
import dev.rebound.delivery.simulation.Fault;
import dev.rebound.delivery.simulation.Process;
import dev.rebound.delivery.simulation.Progress;
import dev.rebound.delivery.simulation.Scheduler;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.postgres.EventLog.Cursor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The transactions of {@link ProjectionDelivery} and {@link ReactionDelivery} on the model of
 * PostgreSQL; what has to be done about a batch is the {@link Plan} of the real ones.
 */
public final class SimulatedDelivery {

  /** How a handler takes events. */
  public enum Kind {
    /** The effect and the watermark are one transaction. */
    PROJECTION,
    /** First the effect, then the watermark. */
    REACTION
  }

  private static final int PAUSE = 10;

  private final String handler;
  private final Kind kind;
  private final Database database;
  private final Process process;
  private final Scheduler scheduler;
  private final Fault fault;

  /** A delivery to one handler in one process. */
  public SimulatedDelivery(
      String handler,
      Kind kind,
      Database database,
      Process process,
      Scheduler scheduler,
      Fault fault) {
    this.handler = handler;
    this.kind = kind;
    this.database = database;
    this.process = process;
    this.scheduler = scheduler;
    this.fault = fault;
  }

  /** Where the handler is in a partition. */
  public Cursor watermark(int partition) {
    return progress().watermark(partition);
  }

  /**
   * Brings a batch to the handler, however often that takes.
   *
   * @param batch of one partition, in order
   * @param settled called once all of it is settled
   */
  public void deliver(List<Delivered> batch, Runnable settled) {
    Runnable again =
        fault == Fault.FAILURE_SKIPPED
            ? settled
            : () -> process.after(PAUSE, () -> deliver(batch, settled));
    switch (kind) {
      case PROJECTION -> project(batch, settled, again);
      case REACTION -> react(batch, settled, again);
    }
  }

  private void project(List<Delivered> batch, Runnable settled, Runnable again) {
    int partition = batch.getFirst().partition();
    database.ask(
        process,
        failure -> again.run(),
        () -> {
          if (!process.alive()) {
            return;
          }
          Transaction transaction = database.begin(process, failure -> process.arrive(again));
          transaction.hold(
              List.of(handler, partition),
              () -> {
                Plan plan = Plan.of(standing(), batch);
                process.arrive(() -> {
                  if (scheduler.mishap(0.05)) {
                    // One that was broken off has begun again already: a batch is settled once.
                    if (transaction.abort()) {
                      again.run();
                    }
                  } else if (fault == Fault.WATERMARK_APART) {
                    transaction.change(() -> effect(plan));
                    scheduler.arrive(
                        () -> commit(transaction, () -> record(plan, settled, again), again));
                  } else {
                    transaction.change(() -> effect(plan));
                    transaction.change(() -> progress().record(plan.watermarks(), plan.versions()));
                    scheduler.arrive(() -> commit(transaction, settled, again));
                  }
                });
              });
        });
  }

  private void commit(Transaction transaction, Runnable committed, Runnable again) {
    if (transaction.commit()) {
      process.arrive(scheduler.mishap(0.02) ? again : committed);
    }
  }

  private void effect(Plan plan) {
    for (StoredEvent event : plan.events()) {
      progress().effect(event);
    }
    scheduler.trace(() ->
        handler
            + " of "
            + process
            + " has "
            + plan.events().size()
            + " up to "
            + plan.watermarks());
  }

  private void record(Plan plan, Runnable settled, Runnable again) {
    database.ask(
        process,
        failure -> again.run(),
        () -> {
          progress().record(plan.watermarks(), plan.versions());
          process.arrive(settled);
        });
  }

  private void react(List<Delivered> batch, Runnable settled, Runnable again) {
    database.ask(
        process,
        failure -> again.run(),
        () -> {
          Plan plan = Plan.of(standing(), batch);
          process.arrive(() -> react(plan, 0, settled, again));
        });
  }

  private void react(Plan plan, int next, Runnable settled, Runnable again) {
    List<Good> events = plan.deliveries();
    if (next == events.size()) {
      record(plan, settled, again);
    } else if (scheduler.mishap(0.03)) {
      again.run();
    } else {
      StoredEvent event = events.get(next).event();
      // Its id is derived from the event's, so that a second time changes nothing.
      List<UUID> done = progress().effects().getOrDefault(event.event().candidateId(), List.of());
      if (!done.contains(event.id())) {
        progress().effect(event);
        scheduler.trace(() ->
            handler
                + " of "
                + process
                + " has "
                + event.stream().id().getLeastSignificantBits()
                + "/"
                + event.version()
                + " up to "
                + plan.watermarks());
      }
      process.arrive(() -> react(plan, next + 1, settled, again));
    }
  }

  private Standing standing() {
    return new Standing(
        Map.copyOf(progress().watermarks()), Map.copyOf(progress().versions()), Set.of());
  }

  private Progress progress() {
    return database.progress(handler);
  }
}
