package dev.rebound.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * B6: what a history that is a thousand times as long does to a read and to an append. A full run
 * goes from ten thousand events to ten million, where the disk has room for them. Both points run
 * at once, each on a ground of its own and warmed up for as long, and are measured in turn; in a
 * quick run they have one ground, on which the history grows from one to the other.
 */
final class Growth implements Benchmark {

  private static final int SHORT = 10_000;
  private static final double READ_GOAL = 1.5;
  private static final double APPEND_GOAL = 1.3;

  /** A long history cannot be so much cheaper than a short one. */
  private static final double COLD = 0.9;

  @Override
  public String name() {
    return "B6";
  }

  @Override
  public String title() {
    return "insights read p99 and append CPU as the history grows";
  }

  @Override
  public String meaning() {
    return String.format(
        Locale.ROOT,
        "the smaller of %.1f over the growth of the read and %.1f over that of the append",
        READ_GOAL,
        APPEND_GOAL);
  }

  @Override
  public Result run(Scale scale) throws Exception {
    Table table = Table.ofRuns("application", "postgres", "insights", "kafka", "load");
    try (Ground small = scale.quick() ? scale.grounds().withHistory() : scale.grounds().any();
        Ground large = scale.grounds().withHistory()) {
      List<HistoryPoint> points =
          List.of(
              new HistoryPoint(small, scale, SHORT, true),
              new HistoryPoint(large, scale, scale.longest(), false));
      if (scale.quick()) {
        for (HistoryPoint point : points) {
          measure(List.of(point), scale, table);
        }
      } else {
        measure(points, scale, table);
      }
      double read = points.getLast().readP99() / points.getFirst().readP99();
      double append = points.getLast().appendCpu() / points.getFirst().appendCpu();
      List<String> details = new ArrayList<>(table.lines());
      points.forEach(point -> details.add(point.toString()));
      details.add(
          String.format(
              Locale.ROOT,
              "medians of %d, in turn: read %.2f x (goal %.1f), append %.2f x (goal %.1f)",
              scale.repeats(),
              read,
              READ_GOAL,
              append,
              APPEND_GOAL));
      remark("read", read).ifPresent(details::add);
      remark("append", append).ifPresent(details::add);
      return new Result(name(), Math.min(READ_GOAL / read, APPEND_GOAL / append), 1, details);
    }
  }

  /** Measures some points in turn, once all of them are prepared. */
  private static void measure(List<HistoryPoint> points, Scale scale, Table table)
      throws Exception {
    for (HistoryPoint point : points) {
      point.prepare();
    }
    for (int i = 0; i < scale.repeats(); i++) {
      for (HistoryPoint point : points) {
        point.read(table);
      }
    }
    for (int i = 0; i < scale.repeats(); i++) {
      for (HistoryPoint point : points) {
        point.append(table);
      }
    }
  }

  private static Optional<String> remark(String what, double growth) {
    return growth >= COLD
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "the %s %.2f x: a longer history costs no less, so the small point may have been cold",
                what,
                growth));
  }
}
