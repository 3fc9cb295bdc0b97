package dev.rebound.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * How far a handler is with one topic. Each topic has its own: one that has nothing left says
 * nothing of another that waits.
 */
final class Progress {

  private static final Duration OLD = Duration.ofMinutes(1);
  private static final Duration RECENT = Duration.ofSeconds(30);

  private volatile Instant last = Instant.now();
  private volatile Instant newest = Instant.now();
  private volatile boolean waiting;
  private volatile boolean unsure;

  /** Notes that something was done. */
  void done() {
    last = Instant.now();
  }

  /** Notes of when the last event was that it was brought. */
  void reached(Instant time) {
    newest = time;
    unsure = false;
  }

  /** Notes that nothing is left to be brought. */
  void idle() {
    last = Instant.now();
    newest = last;
    unsure = false;
  }

  /** Notes that nobody can say whether anything is left, such as while the broker is away. */
  void unsure() {
    unsure = true;
  }

  /** Notes that another process has it to do, and knows. */
  void left() {
    unsure = false;
  }

  /** Notes whether it waits for the database or the network to come back. */
  void waits(boolean now) {
    waiting = now;
  }

  /** Whether it waits for the database or the network to come back. */
  boolean waits() {
    return waiting;
  }

  /** When something was done last, or nothing was left. */
  Instant last() {
    return last;
  }

  /** Whether older events may still be before it. */
  boolean isBehind() {
    return waiting
        || unsure
        || (newest.isBefore(last.minus(OLD)) && last.isAfter(Instant.now().minus(RECENT)));
  }
}
