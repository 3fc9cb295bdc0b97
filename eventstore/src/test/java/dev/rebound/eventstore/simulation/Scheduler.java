package dev.rebound.eventstore.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Runs tasks in the order of a clock of its own, and draws whatever is left to chance. */
public final class Scheduler {

  private record Task(long at, long number, Runnable what) {}

  private static final Comparator<Task> ORDER =
      Comparator.comparingLong(Task::at).thenComparingLong(Task::number);

  private final PriorityQueue<Task> tasks = new PriorityQueue<>(64, ORDER);
  private final SplittableRandom random;
  private final boolean tracing;
  private final List<String> trace = new ArrayList<>();
  private long now;
  private long numbers;
  private boolean calm;

  /** A scheduler that always does the same for the same seed. */
  public Scheduler(long seed, boolean tracing) {
    this.random = new SplittableRandom(seed);
    this.tracing = tracing;
  }

  /** The time, in milliseconds since the run began. */
  public long now() {
    return now;
  }

  /** Runs a task so many milliseconds from now; what is due at the same time runs in turn. */
  public void after(long millis, Runnable what) {
    tasks.add(new Task(now + millis, numbers++, what));
  }

  /** Runs a task when a message sent now arrives. */
  public void arrive(Runnable what) {
    after(delay(), what);
  }

  /** Mostly short, now and then long, for as long as things go wrong. */
  public long delay() {
    return mishap(0.05) ? 10 + below(60) : below(4);
  }

  /** A number from 0 up to a bound, which it never is. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** True as often as this, of 1. */
  public boolean chance(double often) {
    return random.nextDouble() < often;
  }

  /** True as often as this while things go wrong, and never afterwards. */
  public boolean mishap(double often) {
    return !calm && chance(often);
  }

  /** From now on nothing goes wrong. */
  public void calm() {
    calm = true;
  }

  /** Runs the next task; false where there is none. */
  public boolean step() {
    Task task = tasks.poll();
    if (task == null) {
      return false;
    }
    now = task.at();
    task.what().run();
    return true;
  }

  /** Notes what happens, where the run is traced. */
  public void trace(Supplier<String> what) {
    if (tracing) {
      trace.add("%6d  %s".formatted(now, what.get()));
    }
  }

  /** What was noted. */
  public List<String> traced() {
    return trace;
  }
}
