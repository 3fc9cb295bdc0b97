package dev.rebound.benchmarks;

import static java.net.HttpURLConnection.HTTP_CREATED;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** One length of the history, and what a read and an append cost there. */
final class HistoryPoint {

  private static final int CONNECTIONS = 16;
  private static final int OK = 200;
  private static final String[] PARTS = {"application", "postgres"};
  private static final int READS_PER_SECOND = 100;
  private static final double P99 = 99;

  /** The candidates that are read to warm up; none of them is read again where there are others. */
  private static final int WARM_READERS = 200;

  /** A prime, so that its multiples come to every candidate of a history before any twice. */
  private static final long STRIDE = 7_919;

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration LONG_LIMIT = Duration.ofMinutes(40);

  private final Ground ground;
  private final Scale scale;
  private final int events;
  private final boolean kept;
  private final LoadGenerator commands;
  private final LoadGenerator reads;
  private final Supplier<byte[]> submissions;
  private final List<Double> readP99s = new ArrayList<>();
  private final List<Double> appendCpus = new ArrayList<>();
  private final List<Long> lengths = new ArrayList<>();
  private Supplier<byte[]> gets = () -> new byte[0];

  /**
   * A point on this ground.
   *
   * @param kept whether the history is laid anew where the load has made it longer, which only a
   *     short one shows
   */
  HistoryPoint(Ground ground, Scale scale, int events, boolean kept) {
    this.ground = ground;
    this.scale = scale;
    this.events = events;
    this.kept = kept;
    this.commands = new LoadGenerator(ground.port("application"), CONNECTIONS);
    this.reads = new LoadGenerator(ground.port("insights"), CONNECTIONS);
    this.submissions =
        Requests.submissions(Requests.candidates(ground.issuer(), scale.candidates()));
  }

  /** Has the services warm and the history laid and taken in. */
  void prepare() throws IOException, SQLException, InterruptedException {
    ground.start("application", "insights");
    commands.saturate(submissions, scale.historyWarmUp());
    lay();
    int measured =
        Math.toIntExact(scale.measured().toSeconds() * READS_PER_SECOND * scale.repeats());
    gets = gets(0, measured);
    reads.saturate(gets(measured, WARM_READERS), scale.historyWarmUp());
  }

  private void lay() throws SQLException, InterruptedException {
    Quiet.everywhere(ground, LIMIT);
    if (kept) {
      // The notes on streams as well: the same streams come again.
      ground.execute("application", "truncate event, application_summary, stream_progress");
      ground.execute("insights", "truncate context, stream_progress");
    }
    History.reach(ground, events);
    Quiet.everywhere(ground, LONG_LIMIT);
    ground.execute("insights", "analyze context");
  }

  /**
   * Reads of so many candidates from all over the history, each once where it has as many: one
   * alone would be read from memory. Each read has a token of its own at either length of the
   * history, so that as many are verified.
   */
  private Supplier<byte[]> gets(int from, int count) {
    List<byte[]> requests = new ArrayList<>();
    int candidates = events / History.PER_CANDIDATE;
    for (int i = from; i < from + count; i++) {
      String token = ground.issuer().candidate(History.candidate(i * STRIDE % candidates));
      requests.add(Requests.get("/api/v1/insights/weaknesses", token));
    }
    AtomicInteger turn = new AtomicInteger();
    return () -> requests.get(turn.getAndIncrement() % count);
  }

  /** One round of reads. */
  void read(Table table) throws IOException {
    Cpu cpu = cpu();
    Map<String, Double> before = cpu.seconds();
    LoadRun run =
        reads.atRate(gets, READS_PER_SECOND, scale.measured(), scale.mostLag()).require(OK);
    table.row(events + " events, reads", run, cpu.since(before));
    readP99s.add(run.latency().getValueAtPercentile(P99) / 1e6);
  }

  /** One round of appends; what they set off is done when it returns. */
  void append(Table table) throws IOException, SQLException, InterruptedException {
    if (kept && !appendCpus.isEmpty()) {
      lay();
    }
    long before = Integrity.stored(ground);
    Cpu cpu = cpu();
    Map<String, Double> usedBefore = cpu.seconds();
    LoadRun run = commands.saturate(submissions, scale.measured()).require(HTTP_CREATED);
    Map<String, Double> used = cpu.since(usedBefore);
    table.row(events + " events, appends", run, used);
    long after = Integrity.stored(ground);
    new Stored(after - before, 0).require(run.answered(HTTP_CREATED));
    double seconds = 0;
    for (String part : PARTS) {
      seconds += used.getOrDefault(part, 0.0);
    }
    appendCpus.add(seconds * 1e6 / run.answered(HTTP_CREATED));
    lengths.add((before + after) / 2);
    Quiet.everywhere(ground, LIMIT);
  }

  private Cpu cpu() {
    return ground.cpu("application", "postgres", "insights", "kafka");
  }

  /** The median over the rounds, in milliseconds. */
  double readP99() {
    return Medians.of(readP99s);
  }

  /** The median over the rounds, in microseconds an event. */
  double appendCpu() {
    return Medians.of(appendCpus);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d events: read p99 %.2f ms over %d candidates; append %.0f µs CPU (PostgreSQL and application-service), with %.0f events there on average",
        events,
        readP99(),
        Math.min(
            events / History.PER_CANDIDATE,
            readP99s.size() * scale.measured().toSeconds() * READS_PER_SECOND),
        appendCpu(),
        Medians.of(lengths.stream().map(Long::doubleValue).toList()));
  }
}
