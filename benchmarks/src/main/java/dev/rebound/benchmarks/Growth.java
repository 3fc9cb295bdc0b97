package dev.rebound.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * B6: what a history that is a thousand times as long does to a read and to an append. A full run
 * goes from ten thousand events to ten million, where the disk has room for them.
 */
final class Growth implements Benchmark {

  private static final int SHORT = 10_000;
  private static final int CONNECTIONS = 16;
  private static final String[] PARTS = {"application", "postgres"};
  private static final double READ_GOAL = 1.5;
  private static final double APPEND_GOAL = 1.3;
  private static final int PER_CANDIDATE = 50;
  private static final int READERS = 200;
  private static final long LOOK_MILLIS = 500;
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
    Table table = Table.ofRuns("application", "postgres", "insights", "kafka", "load");
    Point first;
    try (Ground ground = scale.grounds().any()) {
      first = measure(ground, scale, SHORT, table);
    }
    Point last;
    try (Ground ground = scale.grounds().withHistory()) {
      last = measure(ground, scale, scale.longest(), table);
    }
    double read = last.readP99() / first.readP99();
    double append = last.appendCpu() / first.appendCpu();
    List<String> details = new ArrayList<>(table.lines());
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

  private static Point measure(Ground ground, Scale scale, int events, Table table)
      throws Exception {
    ground.start("application", "insights");
    History.reach(ground, events);
    while (Integrity.taken(ground) < Integrity.stored(ground)) {
      Thread.sleep(LOOK_MILLIS);
    }
    ground.execute("insights", "analyze context");
    Cpu cpu = ground.cpu("application", "postgres", "insights", "kafka");
    // Candidates from all over the history: one alone would be read from memory.
    List<byte[]> gets = new ArrayList<>();
    int candidates = events / PER_CANDIDATE;
    for (int i = 0; i < READERS; i++) {
      long candidate = (long) i * candidates / READERS;
      UUID id =
          UUID.fromString(
              ground.text("application", "select md5('cand' || " + candidate + ")::uuid"));
      gets.add(Requests.get("/api/v1/insights/weaknesses", ground.issuer().candidate(id)));
    }
    AtomicInteger turn = new AtomicInteger();
    Supplier<byte[]> get = () -> gets.get(turn.getAndIncrement() % READERS);
    LoadGenerator reads = new LoadGenerator(ground.port("insights"), CONNECTIONS);
    reads.saturate(get, scale.warmUp());
    Map<String, Double> before = cpu.seconds();
    LoadGenerator.Run read = reads.atRate(get, READS_PER_SECOND, scale.measured());
    table.row(events + " events, reads", read, cpu.since(before));
    LoadGenerator load = new LoadGenerator(ground.port("application"), CONNECTIONS);
    Supplier<byte[]> submissions = Requests.submissions(Requests.candidates(ground.issuer()));
    load.saturate(submissions, scale.warmUp());
    before = cpu.seconds();
    LoadGenerator.Run run = load.saturate(submissions, scale.measured());
    Map<String, Double> used = cpu.since(before);
    table.row(events + " events, appends", run, used);
    double seconds = 0;
    for (String part : PARTS) {
      seconds += used.getOrDefault(part, 0.0);
    }
    return new Point(
        events, read.latency().getValueAtPercentile(99) / 1e6, seconds * 1e6 / run.answered(201));
  }
}
