package dev.rebound.testkit;

/**
 * A broker that makes no topics by itself. It belongs to this JVM, so that a test may take it away
 * for a while.
 */
public interface KafkaServer {
  /** Where clients find it, before and after it was stopped. */
  String bootstrapServers();

  /** Stops it as an operator would, and returns when it has stopped. */
  void stop();

  /** Ends it at once, as a crash would. */
  void kill();

  /**
   * Starts it again with everything that it had; returns when it answers. Does nothing when it
   * runs.
   */
  void start();
}
