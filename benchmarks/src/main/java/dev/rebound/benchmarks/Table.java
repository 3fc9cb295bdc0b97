package dev.rebound.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lines of text in columns: the first to the left, figures to the right. */
final class Table {

  private static final List<String> RUN =
      List.of("run", "per s", "p50 ms", "p99 ms", "p99.9 ms", "max ms", "lag p99");

  private final List<List<String>> rows = new ArrayList<>();

  /** A table with these column heads. */
  Table(String... heads) {
    rows.add(List.of(heads));
  }

  /**
   * A table of runs of the load generator: rate, percentiles, how late the generator itself was,
   * and the CPU time of each process in microseconds a command.
   */
  static Table ofRuns(String... processes) {
    List<String> heads = new ArrayList<>(RUN);
    Arrays.stream(processes).map(process -> "µs " + process).forEach(heads::add);
    heads.add("answers");
    return new Table(heads.toArray(String[]::new));
  }

  /** One more line. */
  Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /** A run and the CPU seconds it took of each process, in the order of the table's heads. */
  Table row(String label, LoadRun run, Map<String, Double> cpuSeconds) {
    long answers = run.latency().getTotalCount();
    List<String> cells = new ArrayList<>(List.of(label, number(answers / run.seconds(), 0)));
    for (double percentile : new double[] {50, 99, 99.9, 100}) {
      cells.add(number(run.latency().getValueAtPercentile(percentile) / 1e6, 1));
    }
    cells.add(number(run.lag().getValueAtPercentile(99) / 1e6, 2));
    cpuSeconds.values().forEach(seconds -> cells.add(number(seconds * 1e6 / answers, 0)));
    cells.add(run.statuses().toString());
    rows.add(cells);
    return this;
  }

  /** The table as lines. */
  List<String> lines() {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String space = " ".repeat(widths[i] - row.get(i).length());
      line.append(i == 0 ? row.get(i) + space : "  " + space + row.get(i));
    }
    return line.toString().stripTrailing();
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
