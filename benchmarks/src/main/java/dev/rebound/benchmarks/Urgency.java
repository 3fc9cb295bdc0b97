package dev.rebound.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Puts the thread that sends the load before others where the system allows it (root on Linux). The
 * load stands for people elsewhere, whose requests do not wait for a core of this machine.
 */
final class Urgency {

  private Urgency() {}

  /** For the thread that calls; where it is not allowed, nothing changes. */
  static void claim() {
    try {
      String thread = Path.of("/proc/thread-self").toRealPath().getFileName().toString();
      // First among all; or else, where that may not be asked for, ahead of most.
      if (!done("chrt", "--fifo", "--pid", "1", thread)) {
        done("renice", "-n", "-10", "-p", thread);
      }
    } catch (IOException elsewhere) {
      // Another system: the generator's own lag will tell whether it was in time.
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the command did it; not where the system has no such command. */
  private static boolean done(String... command) throws InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException missing) {
      return false;
    }
    if (!process.waitFor(1, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return false;
    }
    return process.exitValue() == 0;
  }
}
