package dev.rebound.benchmarks;

import dev.rebound.eventstore.relay.Relay;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * B3: the relay draining a backlog, against what reading the same rows by COPY and sending as many
 * values of their size by a bare producer would take one after the other. All three run in this
 * process, so that what application-service does beside its relay is not taken for the relay's.
 */
final class RelayDrain implements Benchmark {

  private static final int EVENTS = 1_000_000;
  private static final double GOAL = 0.50;
  private static final long LOOK_MILLIS = 50;

  @Override
  public String name() {
    return "B3";
  }

  @Override
  public String title() {
    return "the relay draining a backlog against COPY out and a bare producer";
  }

  @Override
  public String meaning() {
    return "events relayed a second, over those that COPY out and a producer in turn would manage";
  }

  @Override
  public Result run(Scale scale) throws Exception {
    int events = scale.events(EVENTS);
    try (Ground ground = scale.grounds().withHistory()) {
      History.lay(ground, events);
      Stored stored = Stored.of(ground, "application");
      int bytes = stored.each();
      Table table = new Table("run", "COPY out/s", "producer/s", "together/s", "relay/s", "of it");
      List<Double> copied = new ArrayList<>();
      List<Double> produced = new ArrayList<>();
      List<Double> relayed = new ArrayList<>();
      Cpu cpu = ground.cpu("postgres", "kafka");
      List<String> used = new ArrayList<>();
      for (int i = 0; i < scale.repeats(); i++) {
        copied.add(copied(ground, events));
        produced.add(Topic.produced(ground, events, bytes));
        forget(ground);
        Map<String, Double> before = cpu.seconds();
        relayed.add(drained(ground, events));
        used.add(Cpu.per(cpu.since(before), events));
        Integrity.requirePublished(ground, events);
        row(table, "run " + (i + 1), copied.getLast(), produced.getLast(), relayed.getLast());
      }
      row(table, "medians", Medians.of(copied), Medians.of(produced), Medians.of(relayed));
      List<String> details = new ArrayList<>(table.lines());
      details.add(
          "%d events of %d bytes on average, the producer's records as many and as large, without headers"
              .formatted(events, bytes));
      stored.remark().ifPresent(details::add);
      used.forEach(run -> details.add("CPU µs an event, while the relay drained: " + run));
      double limit = together(Medians.of(copied), Medians.of(produced));
      return new Result(name(), Medians.of(relayed) / limit, GOAL, details);
    }
  }

  private static double together(double copied, double produced) {
    return 1 / (1 / copied + 1 / produced);
  }

  private static void row(Table table, String who, double copied, double produced, double relay) {
    double limit = together(copied, produced);
    table.row(
        who,
        String.format(Locale.ROOT, "%.0f", copied),
        String.format(Locale.ROOT, "%.0f", produced),
        String.format(Locale.ROOT, "%.0f", limit),
        String.format(Locale.ROOT, "%.0f", relay),
        String.format(Locale.ROOT, "%.2f", relay / limit));
  }

  /** Has the relay begin at the first event, and its topic be empty. */
  private static void forget(Ground ground) throws Exception {
    ground.execute("application", "delete from watermark where handler = 'relay'");
    Topic.delete(ground, Topic.APPLICATIONS);
  }

  private static double copied(Ground ground, int events) throws Exception {
    try (var connection = ground.connect("application")) {
      long start = System.nanoTime();
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut(
              "copy (select stream, version, id, type, candidate, board, correlation, causation, time, data"
                  + " from event order by tx, position) to stdout (format binary)",
              OutputStream.nullOutputStream());
      return events * 1e9 / (System.nanoTime() - start);
    }
  }

  /** From the first record on, so that the making of the topic does not count. */
  private static double drained(Ground ground, int events) throws Exception {
    try (StoreHere here = new StoreHere(ground);
        Relay relay = here.relayOf("application")) {
      relay.start();
      long first = 0;
      long start = System.nanoTime();
      while (first == 0) {
        Thread.sleep(LOOK_MILLIS);
        start = System.nanoTime();
        first = Topic.size(ground, Topic.APPLICATIONS);
      }
      while (Topic.size(ground, Topic.APPLICATIONS) < events) {
        Thread.sleep(LOOK_MILLIS);
      }
      return (events - first) * 1e9 / (System.nanoTime() - start);
    }
  }
}
