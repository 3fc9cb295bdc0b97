package dev.rebound.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** B6: what a history that is a hundred times as long does to a read and to an append. */
final class Growth implements Benchmark {

  private static final int SHORT = 10_000;
  private static final int LONG = 1_000_000;
  private static final int CONNECTIONS = 16;
  private static final String[] PARTS = {"application", "postgres"};
  private static final double READ_GOAL = 1.5;
  private static final double APPEND_GOAL = 1.3;

  /** How long insights-service may take over the longer history. */
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private static final double READS_PER_SECOND = 100;

  @Override
  public String name() {
    return "B6";
  }

  @Override
  public String title() {
    return "insights read p99 and append CPU as the history grows";
  }

  private record Point(int events, double readP99, double appendCpu) {}

  @Override
  public Result run(Scale scale) throws Exception {
    List<String> details = new ArrayList<>();
    try (Ground ground = new Ground()) {
      ground.start("application", "insights");
      Supplier<byte[]> submissions = Requests.submissions(Requests.candidates(ground.issuer()));
      new LoadGenerator(ground.port("application"), CONNECTIONS)
          .saturate(submissions, scale.warmUp());
      Point first = measure(ground, scale, submissions, 0, SHORT);
      Point last = measure(ground, scale, submissions, SHORT, scale.events(LONG));
      double read = last.readP99() / first.readP99();
      double append = last.appendCpu() / first.appendCpu();
      for (Point point : List.of(first, last)) {
        details.add(
            String.format(
                Locale.ROOT,
                "%d events: read p99 %.2f ms, append %.0f µs CPU (PostgreSQL and application-service)",
                point.events(),
                point.readP99(),
                point.appendCpu()));
      }
      details.add(
          String.format(
              Locale.ROOT,
              "read %.2f x (goal %.1f), append %.2f x (goal %.1f)",
              read,
              READ_GOAL,
              append,
              APPEND_GOAL));
      return new Result(name(), Math.min(READ_GOAL / read, APPEND_GOAL / append), 1, details);
    }
  }

  private static Point measure(
      Ground ground, Scale scale, Supplier<byte[]> submissions, int from, int events)
      throws Exception {
    History.append(ground, from, events);
    Integrity.awaitApplied(ground, Integrity.stored(ground), LIMIT);
    ground.execute("insights", "analyze context");
    UUID candidate =
        UUID.fromString(text(ground, "select md5('cand' || " + (from / 50 + 3) + ")::uuid"));
    byte[] get = Requests.get("/api/v1/insights/weaknesses", ground.issuer().candidate(candidate));
    LoadGenerator reads = new LoadGenerator(ground.port("insights"), CONNECTIONS);
    reads.saturate(() -> get, scale.warmUp().dividedBy(2));
    LoadGenerator.Run read =
        reads.atRate(() -> get, READS_PER_SECOND, scale.measured(), line -> {});
    Cpu cpu = ground.cpu(PARTS);
    LoadGenerator load = new LoadGenerator(ground.port("application"), CONNECTIONS);
    Map<String, Double> before = cpu.seconds();
    LoadGenerator.Run run = load.saturate(submissions, scale.measured());
    Map<String, Double> after = cpu.seconds();
    double seconds = 0;
    for (String part : PARTS) {
      seconds += after.getOrDefault(part, 0.0) - before.getOrDefault(part, 0.0);
    }
    return new Point(
        events, read.latency().getValueAtPercentile(99) / 1e6, seconds * 1e6 / run.answered(201));
  }

  private static String text(Ground ground, String sql) throws Exception {
    try (var connection = ground.connect("application");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
