package dev.rebound.eventstore.simulation;

import java.util.concurrent.Executor;

/** A process of the service: its one thread, and nothing of it once it was killed. */
public final class Process implements Executor {

  private final Scheduler scheduler;
  private final String name;
  private boolean alive = true;

  /** A process that runs. */
  public Process(Scheduler scheduler, String name) {
    this.scheduler = scheduler;
    this.name = name;
  }

  /** Whether it runs. */
  public boolean alive() {
    return alive;
  }

  /** What is planned in it is never done. */
  public void kill() {
    alive = false;
  }

  @Override
  public void execute(Runnable task) {
    after(0, task);
  }

  /** Runs a task in it so many milliseconds from now, if it still lives. */
  public void after(long millis, Runnable task) {
    scheduler.after(
        millis,
        () -> {
          if (alive) {
            task.run();
          }
        });
  }

  /** Runs a task in it when a message sent to it now arrives. */
  public void arrive(Runnable task) {
    after(scheduler.delay(), task);
  }

  @Override
  public String toString() {
    return name;
  }
}
