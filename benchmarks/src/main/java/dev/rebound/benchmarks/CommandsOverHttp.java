package dev.rebound.benchmarks;

import static java.net.HttpURLConnection.HTTP_CREATED;

import dev.rebound.eventstore.postgres.AppendStatement;
import dev.rebound.localstack.Trouble;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * B1: commands over HTTP, their token verified, validated, with optimistic concurrency, durable,
 * while the relay publishes them and insights-service takes them in, against pgbench running the
 * same statement on the same server with nothing around it. Beside them, for the reader: Axon
 * Framework taking the same commands, see {@link dev.rebound.benchmarks.peers.AxonCommands}.
 */
final class CommandsOverHttp implements Benchmark {

  private static final int CONNECTIONS = 64;
  private static final double GOAL = 0.50;
  private static final String SERVICE = "application";
  private static final Duration LIMIT = Duration.ofMinutes(2);

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
  public String meaning() {
    return "commands answered 201 a second, over the transactions a second of pgbench at its best";
  }

  @Override
  public boolean needsPgbench() {
    return true;
  }

  @Override
  public Result run(Scale scale) throws Exception {
    try (Ground ground = scale.grounds().any();
        AxonBeside axon = AxonBeside.on(ground, scale)) {
      ground.start("application", "insights");
      Pgbench pgbench = new Pgbench(ground, ground.bare());
      List<Requests.Candidate> candidates =
          Requests.candidates(ground.issuer(), scale.candidates());
      Supplier<byte[]> requests = Requests.submissions(candidates);
      LoadGenerator load = new LoadGenerator(ground.port("application"), CONNECTIONS);
      Stored cold = Stored.of(ground, SERVICE);
      load.saturate(requests, scale.longWarmUp());
      Stored warm = Stored.of(ground, SERVICE);
      int bytes = warm.since(cold).each();
      axon.warmUp(candidates, bytes);
      String script = AppendScript.of(AppendStatement.SQL, bytes);
      Stored bare = Stored.of(ground, ground.bare());
      List<Double> ours = new ArrayList<>();
      List<Double> theirs = new ArrayList<>();
      List<String> bests = new ArrayList<>();
      Cpu cpu = axon.and(ground.cpu("application", "insights", "postgres", "kafka"));
      Table table =
          Table.ofRuns("application", "insights", "postgres", "kafka", "load", AxonBeside.NAME);
      for (int i = 0; i < scale.repeats(); i++) {
        Integrity integrity = Integrity.begin(ground);
        Map<String, Double> before = cpu.seconds();
        LoadRun run = load.saturate(requests, scale.measured());
        table.row("commands", run, cpu.since(before));
        integrity.require(run.answered(HTTP_CREATED), run.statuses());
        ours.add(run.rate(HTTP_CREATED));
        Quiet.everywhere(ground, LIMIT);
        Quiet.onDisk();
        Pgbench.Run best =
            pgbench.best(
                script, scale.clients(), scale.measured().dividedBy(scale.clients().size()));
        theirs.add(best.rate());
        bests.add(best.toString());
        axon.measure(table, cpu);
      }
      Stored stored = Stored.of(ground, SERVICE).since(warm);
      Table payloads = Stored.table();
      stored.row(payloads, "commands");
      Stored.of(ground, ground.bare()).since(bare).row(payloads, "pgbench");
      axon.stored(payloads);
      double sustained = Medians.of(ours);
      Optional<Trouble> late = half(load, requests, sustained * HALF, scale, cpu, table);
      List<String> details = new ArrayList<>(table.lines());
      late.map(Trouble::getMessage).ifPresent(details::add);
      details.addAll(payloads.lines());
      stored.remark().ifPresent(details::add);
      details.addAll(bests);
      details.add(
          String.format(
              Locale.ROOT,
              "medians of %d: %.0f commands/s, pgbench %.0f/s",
              ours.size(),
              sustained,
              Medians.of(theirs)));
      details.addAll(axon.beside(sustained));
      return new Result(name(), sustained / Medians.of(theirs), GOAL, details);
    }
  }

  /** Latencies are no part of the figure, so it stands where they could not be taken. */
  private static Optional<Trouble> half(
      LoadGenerator load,
      Supplier<byte[]> requests,
      double perSecond,
      Scale scale,
      Cpu cpu,
      Table table)
      throws IOException {
    Map<String, Double> before = cpu.seconds();
    try {
      LoadRun half = load.atRate(requests, perSecond, scale.measured(), scale.mostLag());
      table.row("open loop, half", half, cpu.since(before));
      half.require(HTTP_CREATED);
      return Optional.empty();
    } catch (Trouble late) {
      return Optional.of(late);
    }
  }
}
