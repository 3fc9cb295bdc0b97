package dev.rebound.benchmarks;

import dev.rebound.eventstore.postgres.AppendStatement;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * B5: how long after the answer 201 a command is part of what insights-service answers, at half of
 * what can be sustained, against five times what its three unavoidable steps take: a commit, a
 * record from producer to consumer, an upsert.
 */
final class Visibility implements Benchmark {

  private static final int CONNECTIONS = 64;
  private static final double HALF = 0.5;
  private static final double TIMES = 5;
  private static final double P50 = 50;
  private static final double P99 = 99;
  private static final double GUARD_MILLIS = 50;
  private static final int RECORDS = 300;
  private static final String UPSERT =
      """
      insert into context (candidate, id, facts, revision, as_of)
      values (gen_random_uuid(), gen_random_uuid(), convert_to(repeat('x', 900), 'UTF8'), 1, now())
      on conflict (candidate, id) do update set facts = excluded.facts;
      """;

  @Override
  public String name() {
    return "B5";
  }

  @Override
  public String title() {
    return "from 201 to visible in insights, against commit + broker + upsert";
  }

  @Override
  public Result run(Scale scale) throws Exception {
    try (Ground ground = scale.grounds().any()) {
      ground.start("application", "insights");
      Supplier<byte[]> requests = Requests.submissions(Requests.candidates(ground.issuer()));
      LoadGenerator load = new LoadGenerator(ground.port("application"), CONNECTIONS);
      Seen half;
      Seen quarter;
      // Watched from the beginning, so that reading is warm as well.
      try (WatchedCommands watched = new WatchedCommands(ground)) {
        load.saturate(requests, scale.longWarmUp());
        Integrity.awaitAll(ground);
        double sustained = load.saturate(requests, scale.measured()).rate(201);
        Paced paced = new Paced(ground, load, requests, scale.measured().multipliedBy(2), watched);
        half = paced.at(sustained * HALF);
        quarter = paced.at(sustained * HALF * HALF);
      }
      ground.stop("application");
      ground.stop("insights");
      Steps steps = Steps.measured(ground, scale);
      double goal = TIMES * steps.sum();
      return new Result(
          name(),
          half.late > 0 ? 0 : goal / half.millis(P99),
          1,
          Stream.concat(
                  Table.ofRuns("application", "insights", "postgres", "kafka", "load")
                      .row("open loop, half", half.run, half.used)
                      .row("open loop, a quarter", quarter.run, quarter.used)
                      .lines()
                      .stream(),
                  Stream.of(
                      "visible at half: " + half,
                      "visible at a quarter, no part of the figure: " + quarter,
                      steps + String.format(Locale.ROOT, "; five times: %.1f ms", goal)))
              .toList());
    }
  }

  /** What came of one paced run. */
  private record Seen(
      LoadGenerator.Run run, Map<String, Double> used, Histogram visible, int late) {

    double millis(double percentile) {
      return visible.getValueAtPercentile(percentile) / 1e6;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "n = %d, %d not within 2 s; p50 %.1f ms, p99 %.1f ms (guard %.0f ms), highest %.1f ms",
          visible.getTotalCount(),
          late,
          millis(P50),
          millis(P99),
          GUARD_MILLIS,
          visible.getMaxValue() / 1e6);
    }
  }

  private record Paced(
      Ground ground,
      LoadGenerator load,
      Supplier<byte[]> requests,
      Duration duration,
      WatchedCommands watched) {

    /** So many commands a second; what was under way before has arrived by then. */
    Seen at(double perSecond) throws Exception {
      Integrity.awaitAll(ground);
      Cpu cpu = ground.cpu("application", "insights", "postgres", "kafka");
      Map<String, Double> before = cpu.seconds();
      LoadGenerator.Run run = load.atRate(requests, perSecond, duration, watched::forget);
      return new Seen(run, cpu.since(before), watched.visible().copy(), watched.late());
    }
  }

  /** What nothing can do without, each alone on the idle machine; in milliseconds. */
  private record Steps(double commit, double broker, double upsert) {

    static Steps measured(Ground ground, Scale scale) throws Exception {
      Duration duration = scale.measured().dividedBy(2);
      double commit =
          new Pgbench(ground, ground.bare())
              .run(AppendScript.of(AppendStatement.SQL), 1, duration)
              .latency();
      double upsert = new Pgbench(ground, "insights").run(UPSERT, 1, duration).latency();
      ground.execute(
          "insights", "delete from context where facts = convert_to(repeat('x', 900), 'UTF8')");
      return new Steps(commit, Topic.endToEnd(ground, RECORDS), upsert);
    }

    double sum() {
      return commit + broker + upsert;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "commit %.2f ms, broker %.2f ms, upsert %.2f ms", commit, broker, upsert);
    }
  }
}
