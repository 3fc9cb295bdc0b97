package dev.rebound.benchmarks;

import static java.net.HttpURLConnection.HTTP_CREATED;

import dev.rebound.eventstore.postgres.AppendStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
      values (gen_random_uuid(), gen_random_uuid(), %s, 1, now())
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
  public String meaning() {
    return "five times commit, broker and upsert, over the p99 of what is waited for; 0 where a command or a read failed";
  }

  @Override
  public boolean needsPgbench() {
    return true;
  }

  @Override
  public Result run(Scale scale) throws Exception {
    try (Ground ground = scale.grounds().any()) {
      ground.start("application", "insights");
      Supplier<byte[]> requests =
          Requests.submissions(Requests.candidates(ground.issuer(), scale.candidates()));
      LoadGenerator load = new LoadGenerator(ground.port("application"), CONNECTIONS);
      List<Requests.Candidate> people =
          Requests.candidates(ground.issuer(), 2 * scale.candidates());
      // Watched from the beginning, so that reading is warm as well.
      try (WatchedCommands warm = new WatchedCommands(ground, people)) {
        load.saturate(requests, scale.longWarmUp());
      }
      Integrity integrity = Integrity.begin(ground);
      Stored before = Stored.of(ground, "application");
      long answeredBefore = load.answered(HTTP_CREATED);
      Seen half;
      Seen quarter;
      long answered;
      try (WatchedCommands watched = new WatchedCommands(ground, people)) {
        double sustained =
            load.saturate(requests, scale.measured()).require(HTTP_CREATED).rate(HTTP_CREATED);
        Paced paced = new Paced(ground, load, requests, scale, watched);
        half = paced.at(sustained * HALF);
        quarter = paced.at(sustained * HALF * HALF);
        watched.end();
        answered = load.answered(HTTP_CREATED) - answeredBefore + watched.recorded();
      }
      integrity.require(answered);
      Stored stored = Stored.of(ground, "application").since(before);
      if (!scale.quick()) {
        // The steps are to have the machine for themselves.
        ground.stop("application");
        ground.stop("insights");
      }
      Steps steps = Steps.measured(ground, scale, stored.each());
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
                      "visible at half (one run): " + half,
                      half.parts(),
                      "visible at a quarter (one run), no part of the figure: " + quarter,
                      quarter.parts(),
                      steps + String.format(Locale.ROOT, "; five times: %.1f ms", goal),
                      "answered and stored since the warm-up: %d events of %d bytes on average"
                          .formatted(stored.events(), stored.each())))
              .toList());
    }
  }

  /** What came of one paced run. */
  private record Seen(
      LoadRun run,
      Map<String, Double> used,
      Histogram visible,
      Histogram handedOver,
      int late,
      String answers) {

    double millis(double percentile) {
      return visible.getValueAtPercentile(percentile) / 1e6;
    }

    /** How much of it lies before the broker; the rest is the broker's and insights-service's. */
    String parts() {
      return "  handed to the broker's client after it was decided: n = %d; p50 %d ms, p99 %d ms"
          .formatted(
              handedOver.getTotalCount(),
              handedOver.getValueAtPercentile(P50),
              handedOver.getValueAtPercentile(P99));
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "n = %d, %d not within 2 s, answers %s; p50 %.1f ms, p99 %.1f ms (guard %.0f ms), highest %.1f ms",
          visible.getTotalCount(),
          late,
          answers,
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
      Scale scale,
      WatchedCommands watched) {

    /** So many commands a second; what was under way before has arrived by then. */
    Seen at(double perSecond) throws Exception {
      Integrity.awaitAll(ground);
      Cpu cpu = ground.cpu("application", "insights", "postgres", "kafka");
      Map<String, Double> before = cpu.seconds();
      Instant began = Instant.now();
      LoadRun run =
          load.atRate(
                  requests,
                  perSecond,
                  scale.measured().multipliedBy(2),
                  scale.mostLag(),
                  watched::forget)
              .require(HTTP_CREATED);
      Map<String, Double> used = cpu.since(before);
      Histogram visible = watched.visible().copy();
      int late = watched.late();
      String answers = watched.answers();
      Histogram handedOver = HandedOver.since(ground, Topic.APPLICATIONS, began);
      return new Seen(run, used, visible, handedOver, late, answers);
    }
  }

  /** What nothing can do without, each alone on the idle machine; in milliseconds, one run each. */
  private record Steps(double commit, double broker, double upsert) {

    static Steps measured(Ground ground, Scale scale, int bytes) throws Exception {
      String facts =
          "convert_to(repeat('x', %d), 'UTF8')"
              .formatted(
                  ground.number("insights", "select round(avg(length(facts))) from context"));
      Duration duration = scale.measured().dividedBy(2);
      double commit =
          new Pgbench(ground, ground.bare())
              .run(AppendScript.of(AppendStatement.SQL, bytes), 1, duration)
              .latency();
      double upsert =
          new Pgbench(ground, "insights").run(UPSERT.formatted(facts), 1, duration).latency();
      ground.execute("insights", "delete from context where facts = " + facts);
      return new Steps(commit, BareProducer.endToEnd(ground, RECORDS, bytes), upsert);
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
