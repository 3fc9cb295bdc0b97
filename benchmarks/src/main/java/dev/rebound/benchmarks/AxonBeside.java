package dev.rebound.benchmarks;

import static java.net.HttpURLConnection.HTTP_CREATED;

import dev.rebound.benchmarks.peers.PeerProcess;
import dev.rebound.localstack.Trouble;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Axon Framework taking the same commands on the same server as application-service, in turn with
 * it; or nobody, in a run without peers.
 */
final class AxonBeside implements AutoCloseable {

  /** As its process and its database are called. */
  static final String NAME = "axon";

  private static final String TABLE = "domainevententry";
  private static final int CONNECTIONS = 64;

  private final Ground ground;
  private final Scale scale;
  private final @Nullable PeerProcess process;
  private final List<Double> rates = new ArrayList<>();
  private @Nullable Running running;

  private AxonBeside(Ground ground, Scale scale, @Nullable PeerProcess process) {
    this.ground = ground;
    this.scale = scale;
    this.process = process;
  }

  /**
   * What it is measured with.
   *
   * @param warm what it had stored when it was warm
   */
  private record Running(LoadGenerator load, Supplier<byte[]> requests, Stored warm) {}

  /** Starts it, where peers are measured at this scale. */
  static AxonBeside on(Ground ground, Scale scale) throws Exception {
    if (!scale.peers()) {
      return new AxonBeside(ground, scale, null);
    }
    String database = ground.database(NAME, "");
    String url = "jdbc:postgresql://127.0.0.1:" + ground.port("postgres") + "/" + database;
    return new AxonBeside(ground, scale, PeerProcess.axon(url, NAME, Ground.password(NAME)));
  }

  /** A meter that has its CPU time as well. */
  Cpu and(Cpu cpu) {
    return process == null ? cpu : cpu.and(NAME, process.pid());
  }

  /**
   * Warms it up. It seals nothing, so from then on it is sent as many more words as make an event
   * of the same size.
   *
   * @param bytes of an event of application-service
   */
  void warmUp(List<Requests.Candidate> candidates, int bytes) throws IOException, SQLException {
    if (process != null) {
      LoadGenerator load = new LoadGenerator(process.port(), CONNECTIONS);
      load.saturate(Requests.submissions(candidates), scale.longWarmUp());
      Stored warm = stored();
      String longer = Requests.submissionLongerBy(bytes - warm.each());
      running = new Running(load, Requests.submissions(candidates, longer), warm);
    }
  }

  /** One measurement, through the same gate: what it answered 201 is what its table has more. */
  void measure(Table table, Cpu cpu) throws IOException, SQLException {
    if (running != null) {
      long rows = stored().events();
      Map<String, Double> before = cpu.seconds();
      LoadRun run = running.load.saturate(running.requests, scale.measured());
      table.row("Axon", run, cpu.since(before));
      long more = stored().events() - rows;
      if (more != run.require(HTTP_CREATED).answered(HTTP_CREATED)) {
        throw new Trouble("Axon answered " + run.statuses() + " and stored " + more + ".");
      }
      rates.add(run.rate(HTTP_CREATED));
    }
  }

  /** What it stored since it was warm, as a row of a table. */
  void stored(Table payloads) throws SQLException {
    if (running != null) {
      stored().since(running.warm).row(payloads, "Axon");
    }
  }

  private Stored stored() throws SQLException {
    return Stored.of(ground, NAME, TABLE, "payload");
  }

  /** How it compares to so many commands a second, and how it was set up. */
  List<String> beside(double commands) {
    return process == null
        ? List.of("Axon was left out: this was a quick run")
        : List.of(
            String.format(
                Locale.ROOT,
                "medians of %d: Axon %.0f/s (ours are %.2f of it)",
                rates.size(),
                Medians.of(rates),
                commands / Medians.of(rates)),
            process.settings());
  }

  @Override
  public void close() throws IOException {
    if (process != null) {
      process.close();
    }
  }
}
