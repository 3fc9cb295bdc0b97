package dev.rebound.benchmarks;

import dev.rebound.eventstore.postgres.AppendStatement;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * B2: rejections that boards send a thousand at a time, each validated, decided and sealed by
 * itself and durable as three events of a stream of its own, while the relay publishes them and
 * insights-service takes them in, against pgbench appending one event at a time on the same server.
 */
final class RejectionsInLists implements Benchmark {

  private static final int CONNECTIONS = 3;
  private static final int OK = 200;
  private static final String SERVICE = "application";
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int PEOPLE = 20_000;
  private static final double GOAL = 2;

  /** Candidates of a large board. */
  private static final int NEWCOMERS = 100_000;

  @Override
  public String name() {
    return "B2";
  }

  @Override
  public String title() {
    return "rejections in lists of a thousand against pgbench appending one event";
  }

  @Override
  public String meaning() {
    return "rejections accepted a second, of %d events each, over the events a second of pgbench"
        .formatted(BoardLists.EVENTS_PER_ITEM);
  }

  @Override
  public boolean needsPgbench() {
    return true;
  }

  @Override
  public Result run(Scale scale) throws Exception {
    try (Ground ground = scale.grounds().any()) {
      ground.start("application", "insights");
      Pgbench pgbench = new Pgbench(ground, ground.bare());
      Stored cold = Stored.of(ground, SERVICE);
      LoadGenerator load = new LoadGenerator(ground.port("application"), CONNECTIONS);
      BoardLists lists = new BoardLists(ground.issuer(), PEOPLE);
      // A list is long work of its own kind: it takes some dozens until the code for it is
      // compiled.
      load.saturate(lists, scale.warmUp().multipliedBy(2));
      Stored warm = Stored.of(ground, SERVICE);
      String script = AppendScript.of(AppendStatement.SQL, warm.since(cold).each());
      Stored bare = Stored.of(ground, ground.bare());
      List<Double> ours = new ArrayList<>();
      List<Double> theirs = new ArrayList<>();
      List<String> bests = new ArrayList<>();
      Table table = Table.ofRuns("application", "insights", "postgres", "kafka", "load");
      for (int i = 0; i < scale.repeats(); i++) {
        ours.add(
            measured(
                ground,
                "lists of 1000",
                listener -> load.saturate(lists, scale.measured(), listener),
                table));
        Quiet.everywhere(ground, LIMIT);
        Quiet.onDisk();
        Pgbench.Run best =
            pgbench.best(
                script, scale.clients(), scale.measured().dividedBy(scale.clients().size()));
        theirs.add(best.rate());
        bests.add(best.toString());
      }
      int newLists = Math.max(1, scale.events(NEWCOMERS) / BoardLists.ITEMS);
      int newcomers = newLists * BoardLists.ITEMS;
      double first = importOf(newLists, ground, load, table);
      List<String> details = new ArrayList<>(table.lines());
      Stored stored = Stored.of(ground, SERVICE).since(warm);
      Table payloads = Stored.table();
      stored.row(payloads, "rejections");
      Stored.of(ground, ground.bare()).since(bare).row(payloads, "pgbench");
      details.addAll(payloads.lines());
      stored.remark().ifPresent(details::add);
      details.addAll(bests);
      details.add(
          String.format(
              Locale.ROOT,
              "medians of %d: %.0f rejections/s, which are %.0f events/s, pgbench %.0f events/s",
              ours.size(),
              Medians.of(ours),
              Medians.of(ours) * BoardLists.EVENTS_PER_ITEM,
              Medians.of(theirs)));
      details.add(
          String.format(
              Locale.ROOT,
              "%d candidates none of whom the board had named before: %.1f s, %.0f rejections/s, %.2f of pgbench",
              newcomers,
              newcomers / first,
              first,
              first / Medians.of(theirs)));
      return new Result(name(), Medians.of(ours) / Medians.of(theirs), GOAL, details);
    }
  }

  /** A board's first import: each candidate gets a key, and an id that the board knows them by. */
  private static double importOf(int newLists, Ground ground, LoadGenerator load, Table table)
      throws IOException, SQLException, InterruptedException {
    Quiet.everywhere(ground, LIMIT);
    BoardLists lists = BoardLists.ofNewcomers(ground.issuer());
    return measured(
        ground, "all new", listener -> load.saturate(lists, newLists, LIMIT, listener), table);
  }

  /** Rejections a second that were answered as accepted. */
  private static double measured(Ground ground, String name, Sending sending, Table table)
      throws IOException, SQLException, InterruptedException {
    Integrity integrity = Integrity.begin(ground);
    Cpu cpu = ground.cpu("application", "insights", "postgres", "kafka");
    Map<String, Double> before = cpu.seconds();
    long[] accepted = {0};
    LoadRun run =
        sending.begin(
            line -> accepted[0] += line.status() == OK ? BoardLists.accepted(line.body()) : 0);
    table.row(name, run, cpu.since(before));
    integrity.require(accepted[0] * BoardLists.EVENTS_PER_ITEM, run.statuses());
    return accepted[0] / run.seconds();
  }

  /** Sends lists, and tells of the answers. */
  @FunctionalInterface
  private interface Sending {
    LoadRun begin(LoadGenerator.Listener listener) throws IOException;
  }
}
