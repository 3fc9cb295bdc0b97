package dev.rebound.eventstore;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Pauses that double from the shortest to the longest. For one thread. */
public final class Backoff {

  private final Duration shortest;
  private final Duration longest;
  private Duration next;

  /** Begins with the shortest pause. */
  public Backoff(Duration shortest, Duration longest) {
    this.shortest = shortest;
    this.longest = longest;
    this.next = shortest;
  }

  /** The next pause to make. */
  public Duration next() {
    Duration pause = next;
    Duration doubled = pause.multipliedBy(2);
    next = doubled.compareTo(longest) < 0 ? doubled : longest;
    return pause;
  }

  /** Makes the next pause; blocking. */
  public void pause() throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(next().toNanos());
  }

  /** Begins with the shortest pause again, since things work. */
  public void reset() {
    next = shortest;
  }
}
