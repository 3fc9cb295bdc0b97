package dev.rebound.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The CPU time that processes have used, their children included, from {@code /proc} (Linux only):
 * ticks of 10 ms in user and in system mode. A child that has ended is counted with its parent.
 */
final class Cpu {

  private static final double TICK_SECONDS = 0.01;
  private static final int USER_TICKS = 11;
  private static final int FIELDS = 4;

  private final Map<String, Long> processes;

  /** The meter of these processes, by what people call them. */
  Cpu(Map<String, Long> processes) {
    this.processes = new LinkedHashMap<>(processes);
  }

  /** Seconds used so far, by process. */
  Map<String, Double> seconds() {
    Map<String, Double> seconds = new LinkedHashMap<>();
    processes.forEach((name, pid) ->
        seconds.put(
            name,
            Stream.concat(
                        ProcessHandle.of(pid).stream(),
                        ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants))
                    .mapToLong(process -> ticks(process.pid(), process.pid() == pid))
                    .sum()
                * TICK_SECONDS));
    return seconds;
  }

  /** The difference of two readings over a number of commands, as text in microseconds each. */
  static String perCommand(Map<String, Double> before, Map<String, Double> after, long commands) {
    return after.entrySet().stream()
        .map(entry ->
            "%s %.0f"
                .formatted(
                    entry.getKey(),
                    (entry.getValue() - before.getOrDefault(entry.getKey(), 0.0))
                        * 1e6
                        / Math.max(1, commands)))
        .collect(Collectors.joining(", "));
  }

  private static long ticks(long pid, boolean withEndedChildren) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      // The name stands in brackets and may hold spaces.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = 0;
      for (int i = 0; i < (withEndedChildren ? FIELDS : FIELDS / 2); i++) {
        ticks += Long.parseLong(fields[USER_TICKS + i]);
      }
      return ticks;
    } catch (IOException gone) {
      return 0;
    }
  }
}
