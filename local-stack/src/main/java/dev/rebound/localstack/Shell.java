package dev.rebound.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Optional;

/** Small commands of the system that is underneath. */
final class Shell {
  private Shell() {}

  /** What the command prints, stripped; empty when it is missing, fails, or prints nothing. */
  static Optional<String> answer(String... command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      String printed = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      return process.waitFor() == 0 && !printed.isEmpty() ? Optional.of(printed) : Optional.empty();
    } catch (IOException missing) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
