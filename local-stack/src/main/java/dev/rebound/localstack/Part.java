package dev.rebound.localstack;

import java.time.Duration;

/** One process of the stack. */
public interface Part {
  /** The name that people use for it: in commands, in the status table, and for its log. */
  String name();

  /** The port that it listens on. */
  int port();

  /** Where a person or a program finds it. */
  String address();

  /** Its process, running or not. */
  BackgroundProcess process();

  /** Prepares what the process needs and starts it, whether or not it runs already. */
  void launch();

  /** Starts the process, and returns before it is ready. Does nothing when it runs. */
  default void start() {
    if (process().running().isEmpty()) {
      launch();
    }
  }

  /** Whether it answers. Returns within a second or two. */
  boolean ready();

  /** How long a start may take on a slow machine. */
  default Duration patience() {
    return Duration.ofSeconds(120);
  }

  /**
   * Returns once {@link #ready()} holds; a {@link Trouble} with the last lines of the log when it
   * dies or takes too long.
   */
  default void awaitReady() {
    process().await(this::ready, patience());
  }

  /**
   * Ends the process as it wants to be ended, at last by force. Does nothing when it does not run.
   */
  default void stop() {
    process().stop(Duration.ofSeconds(30));
  }
}
