package dev.rebound.eventstore.postgres;

import dev.rebound.eventstore.Backoff;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Rung after every append of this process, so that its readers need not poll for it. */
public final class Bell {

  /** How late another process's append may be noticed, which rings no bell here. */
  private static final Duration LATEST_LOOK = Duration.ofMillis(250);

  /** How soon a reader that is kept busy looks again. */
  private static final Duration PACE = Duration.ofMillis(10);

  /** How long it rests at most. */
  private static final Duration LONGEST_REST = Duration.ofMillis(20);

  private static final Duration SOONEST_LOOK = Duration.ofMillis(1);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();
  private long strokes;

  /** Wakes whoever waits. */
  public void ring() {
    lock.lock();
    try {
      strokes++;
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** A reader of the event table, on one thread. */
  public Listener listen() {
    return new Listener();
  }

  /** Tells a reader when to look again. */
  public final class Listener {

    private final Backoff idle = new Backoff(SOONEST_LOOK, LATEST_LOOK);
    private long heard;
    private long looked;
    private boolean found;

    /**
     * To be called before the reader looks. Where it found little the last time it rests as long as
     * that took it: a look costs about the same, however much it finds, so the busier the machine
     * is, the more a look has to find.
     */
    public void look() throws InterruptedException {
      if (found) {
        long worked = System.nanoTime() - looked;
        TimeUnit.NANOSECONDS.sleep(
            Math.max(PACE.toNanos() - worked, Math.min(worked, LONGEST_REST.toNanos())));
      }
      looked = System.nanoTime();
      found = false;
      heard = strokes();
    }

    /**
     * To be called where it found something.
     *
     * @param all whether that was all there was, and not as much as is read at a time
     */
    public void found(boolean all) {
      found = all;
      idle.reset();
    }

    /**
     * Where it found nothing: waits for the next stroke. What was just appended may still be behind
     * a running transaction, so the waits are short at first and then ever longer.
     */
    public void await() throws InterruptedException {
      awaitBeyond(heard, idle.next());
      if (strokes() > heard) {
        idle.reset();
      }
    }
  }

  private long strokes() {
    lock.lock();
    try {
      return strokes;
    } finally {
      lock.unlock();
    }
  }

  private void awaitBeyond(long heard, Duration atMost) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long nanos = atMost.toNanos();
      while (strokes <= heard && nanos > 0) {
        nanos = rung.awaitNanos(nanos);
      }
    } finally {
      lock.unlock();
    }
  }
}
