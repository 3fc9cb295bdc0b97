package dev.rebound.localstack;

import java.time.Duration;

/** Waiting between two looks at something outside of this process. */
final class Pause {
  private Pause() {}

  static void of(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Trouble("Interrupted.", interrupted);
    }
  }
}
