package dev.rebound.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How long a background process may outlive the one that started it. */
public sealed interface Lifetime {
  /** Until somebody stops it. */
  record UntilStopped() implements Lifetime {}

  /**
   * At most until this process has gone, however it went: a killed test run leaves nothing behind.
   *
   * @param pid the process to follow
   * @param scratch a folder that is deleted afterwards
   */
  record WithProcess(long pid, Path scratch) implements Lifetime {}

  /**
   * While anybody uses it, and five minutes longer, so that the next user need not start it again.
   *
   * @param folder holds a file {@code used}, and in {@code users} a file per process that uses it;
   *     who deletes {@code used} says that nobody else is expected
   */
  record WhileUsed(Path folder) implements Lifetime {
    /** Says that this JVM uses it from now on. */
    public void use() {
      try {
        Files.createDirectories(folder.resolve("users"));
        Files.writeString(
            folder.resolve("users").resolve(Long.toString(ProcessHandle.current().pid())), "");
        Files.writeString(folder.resolve("used"), "");
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  /**
   * The shell's test for 'may still live', empty when it always may. The path comes in through the
   * variable {@code place}.
   */
  default String shellCondition() {
    return switch (this) {
      case UntilStopped() -> "";
      case WithProcess(long pid, Path _) -> "kill -0 " + pid;
      case WhileUsed(Path _) -> "used";
    };
  }

  /** The path that the shell's test is about. */
  default String place() {
    return switch (this) {
      case UntilStopped() -> "";
      case WithProcess(long _, Path scratch) -> scratch.toString();
      case WhileUsed(Path folder) -> folder.toString();
    };
  }

  /** What the shell does once the process has ended. */
  default String shellAfterwards() {
    return this instanceof WithProcess ? "rm -rf \"$place\"" : ":";
  }
}
