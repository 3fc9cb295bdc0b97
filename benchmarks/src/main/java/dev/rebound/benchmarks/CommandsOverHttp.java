package dev.rebound.benchmarks;

import dev.rebound.benchmarks.peers.PeerProcess;
import dev.rebound.eventstore.postgres.AppendStatement;
import dev.rebound.localstack.Trouble;
import java.io.IOException;
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
  private static final String AXON = "axon";

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
  public Result run(Scale scale) throws Exception {
    try (Ground ground = scale.grounds().any();
        PeerProcess axon = axon(ground)) {
      ground.start("application", "insights");
      Pgbench pgbench = new Pgbench(ground, ground.bare());
      String script = AppendScript.of(AppendStatement.SQL);
      Supplier<byte[]> requests = Requests.submissions(Requests.candidates(ground.issuer()));
      LoadGenerator load = new LoadGenerator(ground.port("application"), CONNECTIONS);
      LoadGenerator peer = new LoadGenerator(axon.port(), CONNECTIONS);
      load.saturate(requests, scale.longWarmUp());
      peer.saturate(requests, scale.longWarmUp());
      List<Double> ours = new ArrayList<>();
      List<Double> theirs = new ArrayList<>();
      List<Double> axons = new ArrayList<>();
      List<String> bests = new ArrayList<>();
      Cpu cpu = ground.cpu("application", "insights", "postgres", "kafka").and(AXON, axon.pid());
      Table table = Table.ofRuns("application", "insights", "postgres", "kafka", "load", AXON);
      for (int i = 0; i < scale.repeats(); i++) {
        Integrity integrity = Integrity.begin(ground);
        Map<String, Double> before = cpu.seconds();
        LoadGenerator.Run run = load.saturate(requests, scale.measured());
        table.row("commands", run, cpu.since(before));
        integrity.require(run.answered(201), run.statuses());
        ours.add(run.rate(201));
        Pgbench.Run best =
            pgbench.best(
                script, scale.clients(), scale.measured().dividedBy(scale.clients().size()));
        theirs.add(best.rate());
        bests.add(best.toString());
        axons.add(axon(ground, table, cpu, () -> peer.saturate(requests, scale.measured())));
      }
      double sustained = Medians.of(ours);
      Optional<Trouble> late = half(load, requests, sustained * HALF, scale, cpu, table);
      List<String> details = new ArrayList<>(table.lines());
      late.map(Trouble::getMessage).ifPresent(details::add);
      details.addAll(bests);
      details.add(
          String.format(
              Locale.ROOT,
              "medians of %d: %.0f commands/s, pgbench %.0f/s, Axon %.0f/s (ours are %.2f of Axon's)",
              ours.size(),
              sustained,
              Medians.of(theirs),
              Medians.of(axons),
              sustained / Medians.of(axons)));
      details.add(axon.settings());
      return new Result(name(), sustained / Medians.of(theirs), GOAL, details);
    }
  }

  /** Latencies are no part of the figure, so it stands where the generator could not take them. */
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
      LoadGenerator.Run half = load.atRate(requests, perSecond, scale.measured());
      table.row("open loop, half", half, cpu.since(before));
      return Optional.empty();
    } catch (Trouble late) {
      return Optional.of(late);
    }
  }

  private static PeerProcess axon(Ground ground) throws Exception {
    return PeerProcess.axon(
        "jdbc:postgresql://127.0.0.1:" + ground.port("postgres") + "/" + ground.database(AXON, ""),
        AXON,
        Ground.password(AXON));
  }

  private interface Load {
    LoadGenerator.Run run() throws Exception;
  }

  /** The same gate for the peer: what it answered 201 is what its event table has more. */
  private static double axon(Ground ground, Table table, Cpu cpu, Load load) throws Exception {
    String stored = "select count(*) from domainevententry";
    long rows = ground.number(AXON, stored);
    Map<String, Double> before = cpu.seconds();
    LoadGenerator.Run run = load.run();
    table.row("Axon", run, cpu.since(before));
    long more = ground.number(AXON, stored) - rows;
    if (more != run.answered(201)) {
      throw new Trouble("Axon answered " + run.statuses() + " and stored " + more + ".");
    }
    return run.rate(201);
  }
}
