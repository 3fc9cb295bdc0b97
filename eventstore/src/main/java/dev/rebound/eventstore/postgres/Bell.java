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
     * To be called before the reader looks. Where it found something the last time, and so soon
     * that there can be little by now, it waits: every look costs the same, however much it finds.
     */
    public void look() throws InterruptedException {
      if (found) {
        TimeUnit.NANOSECONDS.sleep(looked + PACE.toNanos() - System.nanoTime());
      }
      looked = System.nanoTime();
      found = false;
      heard = strokes();
    }

    /** To be called where it found something. */
    public void found() {
      found = true;
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
