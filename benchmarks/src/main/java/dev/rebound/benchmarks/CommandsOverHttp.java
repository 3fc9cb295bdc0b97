package dev.rebound.benchmarks;

import dev.rebound.eventstore.postgres.AppendStatement;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * B1: commands over HTTP, their token verified, validated, with optimistic concurrency, durable,
 * while the relay publishes them and insights-service takes them in, against pgbench running the
 * same statement on the same server with nothing around it.
 */
final class CommandsOverHttp implements Benchmark {

  private static final int CONNECTIONS = 64;
  private static final double GOAL = 0.50;

  /** Part of what can be sustained at which percentiles are taken. */
  private static final double HALF = 0.5;

  @Override
  public String name() {
    return "B1";
  }

  @Override
  public String title() {
    return "commands over HTTP against pgbench on the same statement";
  }

  @Override
  public Result run(Scale scale) throws IOException, SQLException, InterruptedException {
    List<String> details = new ArrayList<>();
    try (Ground ground = new Ground()) {
      ground.start("application", "insights");
      Pgbench pgbench = new Pgbench(ground, "application");
      String script = AppendScript.of(AppendStatement.SQL);
      Supplier<byte[]> requests = Requests.submissions(Requests.candidates(ground.issuer()));
      LoadGenerator load = new LoadGenerator(ground.port("application"), CONNECTIONS);
      load.saturate(requests, scale.warmUp());
      List<Double> ours = new ArrayList<>();
      List<Double> theirs = new ArrayList<>();
      Cpu cpu = ground.cpu("application", "insights", "postgres", "kafka");
      for (int i = 0; i < scale.repeats(); i++) {
        Integrity integrity = Integrity.begin(ground);
        Map<String, Double> before = cpu.seconds();
        LoadGenerator.Run run = load.saturate(requests, scale.measured());
        Map<String, Double> after = cpu.seconds();
        integrity.require(run.answered(201), run.statuses());
        ours.add(run.rate(201));
        details.add("commands: " + run);
        details.add("CPU µs a command: " + Cpu.perCommand(before, after, run.answered(201)));
        Pgbench.Run best = pgbench.best(script, scale.measured().dividedBy(5));
        theirs.add(best.rate());
        details.add(best.toString());
        Integrity.forgetPgbench(ground);
      }
      double sustained = Medians.of(ours);
      LoadGenerator.Run half =
          load.atRate(requests, sustained * HALF, scale.measured(), line -> {});
      details.add("open loop at half of that: " + half);
      details.add(
          String.format(
              Locale.ROOT,
              "medians: %.0f commands/s, pgbench %.0f/s",
              sustained,
              Medians.of(theirs)));
      return new Result(name(), sustained / Medians.of(theirs), GOAL, details);
    }
  }
}
