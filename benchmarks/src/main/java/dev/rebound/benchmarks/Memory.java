package dev.rebound.benchmarks;

import static java.net.HttpURLConnection.HTTP_CREATED;

import dev.rebound.localstack.Start;
import dev.rebound.localstack.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * B8: the resident memory of the services right after load, against what each may use; and the
 * start of application-service up to its first answer 201 with what an earlier run has kept,
 * against a start without. The figure is the smallest of the three ratios.
 */
final class Memory implements Benchmark {

  private static final int CONNECTIONS = 64;
  private static final double GOAL_MB = 250;
  private static final double INSIGHTS_GOAL_MB = 350;
  private static final double START_GOAL = 0.45;
  private static final List<String> SERVICES = List.of("application", "feedback", "insights");
  private static final int STARTS = 5;

  @Override
  public String name() {
    return "B8";
  }

  @Override
  public String title() {
    return "resident memory under load, and start to the first 201";
  }

  @Override
  public String meaning() {
    return "the smallest of goal over memory, of each service, and goal over the start's ratio";
  }

  @Override
  public Result run(Scale scale) throws Exception {
    try (Ground ground = scale.grounds().any()) {
      List<String> details = new ArrayList<>();
      if (scale.quick()) {
        details.add(
            "no start was measured, since what one keeps for the next takes a minute to make, and no feedback-service: this was a quick run");
        return new Result(name(), memory(ground, scale, details), 1, details);
      }
      double start = start(ground, scale, details);
      double memory = memory(ground, scale, details);
      return new Result(name(), Math.min(memory, START_GOAL / start), 1, details);
    }
  }

  /** The start with a cache against one without, in turn. */
  private static double start(Ground ground, Scale scale, List<String> details) throws Exception {
    FirstAnswer first = new FirstAnswer(ground);
    learn(ground, scale);
    List<Double> plain = new ArrayList<>();
    List<Double> cached = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      ground.stop("application");
      plain.add(first.seconds(Start.PLAIN));
      ground.stop("application");
      cached.add(first.seconds(Start.CACHED));
    }
    double ratio = Medians.of(cached) / Medians.of(plain);
    details.add(
        String.format(
            Locale.ROOT,
            "start to first 201 (n = %d each, medians): %.2f s with the AOT cache, %.2f s without, which is %.2f (goal %.2f); the caches take %.0f MB",
            plain.size(),
            Medians.of(cached),
            Medians.of(plain),
            ratio,
            START_GOAL,
            ground.cachedMegabytes()));
    return ratio;
  }

  /** The run that leaves the caches behind: some load, then an orderly end. */
  private static void learn(Ground ground, Scale scale) throws Exception {
    SERVICES.forEach(ground::stop);
    SERVICES.forEach(service -> ground.part(service, Start.CACHED).start());
    SERVICES.forEach(service -> ground.part(service, Start.CACHED).awaitReady());
    load(ground).saturate(requests(ground, scale), scale.measured()).require(HTTP_CREATED);
    SERVICES.forEach(ground::stop);
    if (ground.cachedMegabytes() == 0) {
      throw new Trouble("application-service has left nothing for its next start.");
    }
  }

  private static double memory(Ground ground, Scale scale, List<String> details) throws Exception {
    if (scale.quick()) {
      ground.start("application", "insights");
    } else {
      SERVICES.forEach(service -> ground.part(service, Start.CACHED).start());
      SERVICES.forEach(service -> ground.part(service, Start.CACHED).awaitReady());
    }
    load(ground).saturate(requests(ground, scale), scale.warmUp());
    Integrity integrity = Integrity.begin(ground);
    Cpu cpu = ground.cpu("application", "feedback", "insights");
    Map<String, Double> before = cpu.seconds();
    LoadRun run = load(ground).saturate(requests(ground, scale), scale.measured());
    details.addAll(
        Table.ofRuns("application", "feedback", "insights", "load")
            .row("commands", run, cpu.since(before))
            .lines());
    double application = ground.residentMegabytes("application");
    double feedback = ground.residentMegabytes("feedback");
    double insights = ground.residentMegabytes("insights");
    integrity.require(run.require(HTTP_CREATED).answered(HTTP_CREATED));
    details.add(
        String.format(
            Locale.ROOT,
            "n = 1: application %.0f MB, feedback %.0f MB (goal %.0f), insights %.0f MB (goal %.0f), the mapped part of the AOT cache included",
            application,
            feedback,
            GOAL_MB,
            insights,
            INSIGHTS_GOAL_MB));
    return Math.min(GOAL_MB / Math.max(application, feedback), INSIGHTS_GOAL_MB / insights);
  }

  private static LoadGenerator load(Ground ground) {
    return new LoadGenerator(ground.port("application"), CONNECTIONS);
  }

  private static Supplier<byte[]> requests(Ground ground, Scale scale) {
    return Requests.submissions(Requests.candidates(ground.issuer(), scale.candidates()));
  }
}
