package dev.rebound.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * A process that goes on when we end, known by a file that holds its id and its start time. The
 * start time tells it from a stranger that was given the same id later, after a restart of the
 * machine for example.
 */
public final class BackgroundProcess {
  private static final long LOG_LIMIT_BYTES = 10_000_000;

  /** Clocks of the kernel and of Java differ by rounding; ids are not given out again this fast. */
  private static final Duration START_TIME_TOLERANCE = Duration.ofSeconds(5);

  /**
   * A process group of its own (set -m), so that Ctrl-C in the terminal reaches only us and parts
   * stop in order; nohup, so that closing the terminal does not stop them. The watcher ends what
   * would outlive its {@link Lifetime}.
   */
  private static final String LAUNCH =
      """
      set -m
      log=$1 condition=$2 place=$3 afterwards=$4; shift 4
      used() {
        for user in "$place"/users/*; do
          [ -e "$user" ] || continue
          if kill -0 "${user##*/}"; then touch -c "$place/used"; return 0; fi
          rm -f "$user"
        done
        [ -n "$(find "$place/used" -mmin -5)" ]
      }
      nohup "$@" >>"$log" 2>&1 </dev/null &
      pid=$!
      echo $pid
      if [ -n "$condition" ]; then
        (
          trap '' HUP INT
          while kill -0 $pid && eval "$condition"; do sleep 1; done
          kill -TERM $pid; kill -INT $pid
          for second in 1 2 3 4 5; do kill -0 $pid && sleep 1; done
          kill -KILL $pid
          eval "$condition" || eval "$afterwards"
        ) >/dev/null 2>&1 </dev/null &
      fi
      """;

  private final String name;
  private final Path pidFile;
  private final Path log;

  /**
   * The process called {@code name}, whose id is kept in {@code folder}; its output goes to {@code
   * log}.
   */
  public BackgroundProcess(String name, Path folder, Path log) {
    this.name = name;
    this.pidFile = folder.resolve(name + ".pid");
    this.log = log;
  }

  /** Starts it. The environment is ours plus {@code environment}. */
  void start(
      List<String> command, Map<String, String> environment, Path directory, Lifetime lifetime) {
    try {
      Files.createDirectories(pidFile.toAbsolutePath().getParent());
      Files.createDirectories(log.toAbsolutePath().getParent());
      if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
        Files.move(
            log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
      }
      List<String> whole =
          new ArrayList<>(
              List.of(
                  "bash",
                  "-c",
                  LAUNCH,
                  "launch",
                  log.toString(),
                  lifetime.shellCondition(),
                  lifetime.place(),
                  lifetime.shellAfterwards()));
      whole.addAll(command);
      ProcessBuilder builder =
          new ProcessBuilder(whole)
              .directory(directory.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().putAll(environment);
      Process launcher = builder.start();
      String answer = new String(launcher.getInputStream().readAllBytes(), UTF_8).strip();
      long pid = Long.parseLong(answer);
      Instant started =
          ProcessHandle.of(pid).flatMap(it -> it.info().startInstant()).orElse(Instant.now());
      Files.writeString(pidFile, pid + "\n" + started.toEpochMilli() + "\n");
    } catch (IOException | NumberFormatException failure) {
      throw new Trouble(name + " could not be started: " + failure.getMessage(), failure);
    }
  }

  /**
   * Runs a command to its end that prepares the process; its output goes to the same log.
   *
   * @param failed what to tell people when it ends with another exit code than 0, as in "Kafka
   *     could not prepare its folder"
   */
  void prepare(List<String> command, Map<String, String> environment, String failed) {
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(environment);
      if (builder.start().waitFor() != 0) {
        throw new Trouble(failed + ". The last lines of " + log + ":\n" + lastLines(15));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Trouble("Interrupted.", interrupted);
    }
  }

  /** Its handle while it runs. */
  public Optional<ProcessHandle> running() {
    try {
      List<String> lines = Files.readAllLines(pidFile);
      Instant started = Instant.ofEpochMilli(Long.parseLong(lines.get(1)));
      return ProcessHandle.of(Long.parseLong(lines.get(0)))
          .filter(ProcessHandle::isAlive)
          .filter(it -> startedAt(it, started));
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException noneOrCutShort) {
      return Optional.empty();
    }
  }

  private static boolean startedAt(ProcessHandle handle, Instant started) {
    return handle
        .info()
        .startInstant()
        .map(it -> Duration.between(it, started).abs().compareTo(START_TIME_TOLERANCE) <= 0)
        .orElse(true);
  }

  /** Whether it was started, was not stopped by us, and does not run: it died or was killed. */
  public boolean died() {
    return Files.exists(pidFile) && running().isEmpty();
  }

  /** Resident memory in megabytes; empty when it does not run or the system does not say. */
  public Optional<Long> residentMegabytes() {
    return running()
        .flatMap(it -> Shell.answer("ps", "-o", "rss=", "-p", Long.toString(it.pid())))
        .map(it -> Long.parseLong(it) / 1024);
  }

  /** Waits until {@code ready} holds, at most {@code patience}. */
  void await(BooleanSupplier ready, Duration patience) {
    Instant end = Instant.now().plus(patience);
    while (!ready.getAsBoolean()) {
      if (running().isEmpty()) {
        throw new Trouble(
            name + " died while it started. The last lines of " + log + ":\n" + lastLines(20));
      }
      if (Instant.now().isAfter(end)) {
        throw new Trouble(
            name
                + " is not ready after "
                + patience.toSeconds()
                + " seconds. The last lines of "
                + log
                + ":\n"
                + lastLines(20));
      }
      Pause.of(Duration.ofMillis(200));
    }
  }

  /** Asks it to end, waits at most {@code grace}, and then ends it by force. */
  void stop(Duration grace) {
    running().ifPresent(handle -> end(handle, grace));
    try {
      Files.deleteIfExists(pidFile);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Ends it at once, as a crash would; its id stays on file, so that it counts as having died. */
  public void kill() {
    running().ifPresent(BackgroundProcess::endNow);
  }

  private static void endNow(ProcessHandle handle) {
    handle.destroyForcibly();
    handle.onExit().join();
  }

  private static void end(ProcessHandle handle, Duration grace) {
    // Both: PostgreSQL waits for its clients after SIGTERM alone, and a JVM that was started by a
    // job of a script has inherited from it that SIGINT is ignored.
    Shell.answer("kill", "-TERM", Long.toString(handle.pid()));
    Shell.answer("kill", "-INT", Long.toString(handle.pid()));
    try {
      handle.onExit().get(grace.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException tooLong) {
      endNow(handle);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The end of its log, at most this many lines. */
  public String lastLines(int count) {
    try {
      List<String> lines = new String(Files.readAllBytes(log), UTF_8).lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
    } catch (IOException none) {
      return "(no log)";
    }
  }

  /** Where its output goes. */
  public Path log() {
    return log;
  }
}
