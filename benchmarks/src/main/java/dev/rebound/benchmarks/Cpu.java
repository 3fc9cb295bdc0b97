package dev.rebound.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The CPU time that processes have used, their children included, from {@code /proc} (Linux only):
 * ticks of 10 ms in user and in system mode. A child that has ended is counted with its parent; one
 * that is named itself is counted by its own name alone.
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

  /** The same meter with one more process. */
  Cpu and(String name, long pid) {
    Map<String, Long> more = new LinkedHashMap<>(processes);
    more.put(name, pid);
    return new Cpu(more);
  }

  /** Seconds used so far, by process. */
  Map<String, Double> seconds() {
    Map<String, Double> seconds = new LinkedHashMap<>();
    processes.forEach((name, pid) ->
        seconds.put(
            name,
            ProcessHandle.of(pid).stream()
                    .flatMap(this::withUnnamedChildren)
                    .mapToLong(process -> ticks(process.pid(), process.pid() == pid))
                    .sum()
                * TICK_SECONDS));
    return seconds;
  }

  private Stream<ProcessHandle> withUnnamedChildren(ProcessHandle process) {
    return Stream.concat(
        Stream.of(process),
        process
            .children()
            .filter(child -> !processes.containsValue(child.pid()))
            .flatMap(this::withUnnamedChildren));
  }

  /** Seconds used since an earlier reading, by process. */
  Map<String, Double> since(Map<String, Double> before) {
    Map<String, Double> since = new LinkedHashMap<>();
    seconds().forEach((name, now) -> since.put(name, now - before.getOrDefault(name, 0.0)));
    return since;
  }

  /** CPU seconds over a number of events, as text in microseconds each. */
  static String per(Map<String, Double> seconds, long events) {
    return seconds.entrySet().stream()
        .map(entry ->
            String.format(
                Locale.ROOT,
                "%s %.0f",
                entry.getKey(),
                entry.getValue() * 1e6 / Math.max(1, events)))
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
