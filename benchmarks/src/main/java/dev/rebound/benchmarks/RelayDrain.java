package dev.rebound.benchmarks;

import dev.rebound.eventstore.relay.Relay;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.postgresql.PGConnection;

/**
 * B3: the relay draining a backlog, against what reading the same rows by COPY and sending as many
 * records of their size and with their headers by a bare producer would take one after the other.
 * All three run in this process, so that what application-service does beside its relay is not
 * taken for the relay's. Each run of the relay is compared with the two beside it, since the
 * machine's speed changes from minute to minute.
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
  public boolean clearsGround() {
    return true;
  }

  @Override
  public Result run(Scale scale) throws Exception {
    int events = scale.events(EVENTS);
    try (Ground ground = scale.grounds().withHistory()) {
      History.lay(ground, events);
      Stored stored = Stored.of(ground, "application");
      int bytes = stored.each();
      Table table = new Table("run", "COPY out/s", "producer/s", "together/s", "relay/s", "of it");
      List<Double> ratios = new ArrayList<>();
      Cpu cpu = ground.cpu("postgres", "kafka");
      List<String> used = new ArrayList<>();
      for (int i = 0; i < scale.repeats(); i++) {
        forget(ground);
        Quiet.onDisk();
        Map<String, Double> before = cpu.seconds();
        double relayed = drained(ground, events);
        used.add(Cpu.per(cpu.since(before), events));
        Integrity.requirePublished(ground, events);
        Headers headers = Topic.headers(ground, Topic.APPLICATIONS);
        if (!scale.quick()) {
          forget(ground);
        }
        Quiet.onDisk();
        double copied = copied(ground, events);
        double produced = BareProducer.produced(ground, events, bytes, headers);
        double limit = 1 / (1 / copied + 1 / produced);
        ratios.add(relayed / limit);
        table.row(
            "run " + (i + 1),
            whole(copied),
            whole(produced),
            whole(limit),
            whole(relayed),
            String.format(Locale.ROOT, "%.2f", ratios.getLast()));
      }
      List<String> details = new ArrayList<>(table.lines());
      details.add(
          "%d events of %d bytes on average; the producer's records are as many and as large, with the headers of an event"
              .formatted(events, bytes));
      stored.remark().ifPresent(details::add);
      used.forEach(run -> details.add("CPU µs an event, while the relay drained: " + run));
      return new Result(name(), Medians.of(ratios), GOAL, details);
    }
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
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
