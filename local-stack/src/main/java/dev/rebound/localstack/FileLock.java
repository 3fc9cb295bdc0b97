package dev.rebound.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One at a time among all processes of this machine; the system takes the lock back from one that
 * dies.
 */
public final class FileLock {
  private FileLock() {}

  /**
   * Runs {@code work} while nobody else holds {@code file}, and waits for that. Threads of one JVM
   * take turns as well.
   */
  public static void during(Path file, Runnable work) {
    // The JVM refuses a second lock of its own on a file, also across class loaders; an interned
    // string is the same for all of them.
    synchronized (("rebound lock " + file.toAbsolutePath().normalize()).intern()) {
      try {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var held = channel.lock()) {
          work.run();
        }
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
