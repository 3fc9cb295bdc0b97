package dev.rebound.benchmarks;

import dev.rebound.eventstore.postgres.AppendStatement;
import dev.rebound.localstack.Trouble;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * B5: how long after the answer 201 a command is part of what insights-service answers, at half of
 * what can be sustained, against five times what its three unavoidable steps take: a commit, a
 * record from producer to consumer, an upsert.
 */
final class Visibility implements Benchmark {

  private static final int CONNECTIONS = 64;
  private static final int EVERY = 25;
  private static final double HALF = 0.5;
  private static final double TIMES = 5;
  private static final double GUARD_MILLIS = 50;
  private static final int RECORDS = 300;
  private static final String UPSERT =
      """
      insert into context (candidate, id, facts, revision, as_of)
      values (gen_random_uuid(), gen_random_uuid(), convert_to(repeat('x', 900), 'UTF8'), 1, now())
      on conflict (candidate, id) do update set facts = excluded.facts;
      """;

  private final HttpClient http = HttpClient.newHttpClient();

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
      List<Requests.Candidate> candidates = Requests.candidates(ground.issuer());
      Supplier<byte[]> requests = Requests.submissions(candidates);
      LoadGenerator load = new LoadGenerator(ground.port("application"), CONNECTIONS);
      load.saturate(requests, scale.longWarmUp());
      Integrity.awaitAll(ground);
      double sustained = load.saturate(requests, scale.measured()).rate(201);
      // What the saturated run has left behind is no part of what comes now.
      Integrity.awaitAll(ground);
      Histogram visible = new ConcurrentHistogram(3);
      AtomicInteger late = new AtomicInteger();
      Cpu cpu = ground.cpu("application", "insights", "postgres", "kafka");
      Map<String, Double> before = cpu.seconds();
      LoadGenerator.Run run;
      try (var samplers = Executors.newVirtualThreadPerTaskExecutor()) {
        run =
            load.atRate(
                requests,
                sustained * HALF,
                scale.measured().multipliedBy(2),
                () -> {
                  visible.reset();
                  late.set(0);
                  return sampling(ground, candidates.getFirst().token(), samplers, visible, late);
                });
      }
      Map<String, Double> used = cpu.since(before);
      if (visible.getTotalCount() == 0) {
        throw new Trouble("No command became visible within 2 s; late: " + late);
      }
      ground.stop("application");
      ground.stop("insights");
      double commit =
          new Pgbench(ground, ground.bare())
              .run(AppendScript.of(AppendStatement.SQL), 1, scale.measured().dividedBy(2))
              .latency();
      double upsert =
          new Pgbench(ground, "insights").run(UPSERT, 1, scale.measured().dividedBy(2)).latency();
      ground.execute(
          "insights", "delete from context where facts = convert_to(repeat('x', 900), 'UTF8')");
      double broker = Topic.endToEnd(ground, RECORDS);
      double p99 = visible.getValueAtPercentile(99) / 1e6;
      double goal = TIMES * (commit + broker + upsert);
      return new Result(
          name(),
          late.get() > 0 ? 0 : goal / p99,
          1,
          Stream.concat(
                  Table.ofRuns("application", "insights", "postgres", "kafka", "load")
                      .row("open loop, half", run, used)
                      .lines()
                      .stream(),
                  Stream.of(
                      String.format(
                          Locale.ROOT,
                          "visible (n = %d, %d not within 2 s): p50 %.1f ms, p99 %.1f ms (guard %.0f ms), highest %.1f ms",
                          visible.getTotalCount(),
                          late.get(),
                          visible.getValueAtPercentile(50) / 1e6,
                          p99,
                          GUARD_MILLIS,
                          visible.getMaxValue() / 1e6),
                      String.format(
                          Locale.ROOT,
                          "commit %.2f ms, broker %.2f ms, upsert %.2f ms; five times: %.1f ms",
                          commit,
                          broker,
                          upsert,
                          goal)))
              .toList());
    }
  }

  /** Asks after every so many answers when the event can be seen. */
  private LoadGenerator.Listener sampling(
      Ground ground,
      String token,
      ExecutorService samplers,
      Histogram visible,
      AtomicInteger late) {
    AtomicInteger count = new AtomicInteger();
    return line -> {
      if (count.incrementAndGet() % EVERY == 0) {
        long answered = System.nanoTime();
        String event = String.valueOf(Line.header(line.head(), "rebound-event-id"));
        samplers.submit(() -> {
          if (seen(ground, token, event)) {
            visible.recordValue(System.nanoTime() - answered);
          } else {
            late.incrementAndGet();
          }
          return null;
        });
      }
    };
  }

  private boolean seen(Ground ground, String token, String event) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:"
                        + ground.port("insights")
                        + "/api/v1/insights/funnel?after="
                        + event))
            .header("Authorization", "Bearer " + token)
            .build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
  }
}
