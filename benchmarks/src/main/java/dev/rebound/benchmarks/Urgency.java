package dev.rebound.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Puts the thread that sends the load before others where the system allows it (root on Linux). The
 * load stands for people elsewhere, whose requests do not wait for a core of this machine.
 */
final class Urgency {

  private static final String NICE = "-10";

  private Urgency() {}

  /** For the thread that calls; where it is not allowed, nothing changes. */
  static void claim() {
    try {
      String thread = Path.of("/proc/thread-self").toRealPath().getFileName().toString();
      Process renice =
          new ProcessBuilder("renice", "-n", NICE, "-p", thread)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!renice.waitFor(1, TimeUnit.SECONDS)) {
        renice.destroyForcibly();
      }
    } catch (IOException elsewhere) {
      // Another system: the generator's own lag will tell whether it was in time.
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
