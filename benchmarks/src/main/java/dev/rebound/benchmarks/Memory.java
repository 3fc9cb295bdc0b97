package dev.rebound.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** B8: the resident memory of the services right after load, against what each may use. */
final class Memory implements Benchmark {

  private static final int CONNECTIONS = 64;
  private static final double GOAL_MB = 250;
  private static final double INSIGHTS_GOAL_MB = 350;

  @Override
  public String name() {
    return "B8";
  }

  @Override
  public String title() {
    return "resident memory under load";
  }

  @Override
  public Result run(Scale scale) throws Exception {
    try (Ground ground = new Ground()) {
      ground.start("application", "feedback", "insights");
      Supplier<byte[]> requests = Requests.submissions(Requests.candidates(ground.issuer()));
      LoadGenerator load = new LoadGenerator(ground.port("application"), CONNECTIONS);
      load.saturate(requests, scale.warmUp());
      LoadGenerator.Run run = load.saturate(requests, scale.measured());
      double application = ground.residentMegabytes("application");
      double feedback = ground.residentMegabytes("feedback");
      double insights = ground.residentMegabytes("insights");
      double figure =
          Math.min(GOAL_MB / Math.max(application, feedback), INSIGHTS_GOAL_MB / insights);
      return new Result(
          name(),
          figure,
          1,
          List.of(
              "load: " + run,
              String.format(
                  Locale.ROOT,
                  "application %.0f MB, feedback %.0f MB (goal %.0f), insights %.0f MB (goal %.0f)",
                  application,
                  feedback,
                  GOAL_MB,
                  insights,
                  INSIGHTS_GOAL_MB),
              "start with an AOT cache: not measured, the services have none yet"));
    }
  }
}
