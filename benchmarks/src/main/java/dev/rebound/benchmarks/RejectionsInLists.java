package dev.rebound.benchmarks;

import dev.rebound.eventstore.postgres.AppendStatement;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
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
  private static final int PEOPLE = 20_000;
  private static final double GOAL = 2;

  @Override
  public String name() {
    return "B2";
  }

  @Override
  public String title() {
    return "rejections in lists of a thousand against pgbench appending one event";
  }

  @Override
  public Result run(Scale scale) throws IOException, SQLException, InterruptedException {
    List<String> details = new ArrayList<>();
    try (Ground ground = new Ground()) {
      ground.start("application", "insights");
      Pgbench pgbench = new Pgbench(ground, "application");
      String script = AppendScript.of(AppendStatement.SQL);
      LoadGenerator load = new LoadGenerator(ground.port("application"), CONNECTIONS);
      BoardLists lists = new BoardLists(ground.issuer(), PEOPLE);
      // A list is long work of its own kind: it takes some dozens until the code for it is compiled.
      load.saturate(lists, scale.warmUp().multipliedBy(2));
      List<Double> ours = new ArrayList<>();
      List<Double> theirs = new ArrayList<>();
      for (int i = 0; i < scale.repeats(); i++) {
        ours.add(measured(ground, load, lists, scale.measured(), details));
        Pgbench.Run best = pgbench.best(script, scale.measured().dividedBy(5));
        theirs.add(best.rate());
        details.add(best.toString());
        Integrity.forgetPgbench(ground);
      }
      details.add(
          String.format(
              Locale.ROOT,
              "medians: %.0f rejections/s, pgbench %.0f/s",
              Medians.of(ours),
              Medians.of(theirs)));
      return new Result(name(), Medians.of(ours) / Medians.of(theirs), GOAL, details);
    }
  }

  /** Rejections a second that were answered as accepted. */
  private static double measured(
      Ground ground, LoadGenerator load, BoardLists lists, Duration duration, List<String> details)
      throws IOException, SQLException, InterruptedException {
    Integrity integrity = Integrity.begin(ground);
    Cpu cpu = ground.cpu("application", "insights", "postgres", "kafka");
    Map<String, Double> before = cpu.seconds();
    long[] accepted = {0};
    LoadGenerator.Run run =
        load.saturate(
            lists,
            duration,
            line -> accepted[0] += line.status() == OK ? BoardLists.accepted(line.body()) : 0);
    Map<String, Double> after = cpu.seconds();
    Instant answered = Instant.now();
    integrity.require(accepted[0] * BoardLists.EVENTS_PER_ITEM, run.statuses());
    details.add("lists: " + run);
    details.add(
        String.format(
            Locale.ROOT,
            "%d rejections accepted; insights had them all %.1f s after the last answer",
            accepted[0],
            Duration.between(answered, Instant.now()).toMillis() / 1e3));
    details.add("CPU µs a rejection: " + Cpu.perCommand(before, after, accepted[0]));
    return accepted[0] / run.seconds();
  }
}
