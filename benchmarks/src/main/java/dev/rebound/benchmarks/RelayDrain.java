package dev.rebound.benchmarks;

import dev.rebound.eventstore.relay.Relay;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * B3: the relay draining a backlog, against what reading the same rows by COPY and sending the same
 * bytes by a bare producer would take one after the other. All three run in this process, so that
 * what application-service does beside its relay is not taken for the relay's.
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
  public Result run(Scale scale) throws Exception {
    int events = scale.events(EVENTS);
    try (Ground ground = scale.grounds().withHistory()) {
      History.lay(ground, events);
      double copied = copied(ground, events);
      double produced = Topic.produced(ground, events);
      Cpu cpu = ground.cpu("postgres", "kafka");
      Map<String, Double> before = cpu.seconds();
      double relayed = drained(ground, events);
      Map<String, Double> used = cpu.since(before);
      Integrity.requirePublished(ground, events);
      double limit = 1 / (1 / copied + 1 / produced);
      return new Result(
          name(),
          relayed / limit,
          GOAL,
          List.of(
              String.format(
                  Locale.ROOT,
                  "%d events: COPY out %.0f/s, producer %.0f/s, together %.0f/s; relay %.0f/s",
                  events,
                  copied,
                  produced,
                  limit,
                  relayed),
              "CPU µs an event: " + Cpu.per(used, events)));
    }
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
