package dev.rebound.benchmarks;

import dev.rebound.benchmarks.peers.PeerProcess;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * B4: insights-service folding a history, live and as a rebuild beside the live tables, against a
 * bare consumer that only deserialises the same records. Beside them, for the reader: Kafka Streams
 * folding the same history with the same fold, see {@link
 * dev.rebound.benchmarks.peers.StreamsFold}. In a full run the history then grows to ten million
 * events and is rebuilt once more.
 */
final class Projecting implements Benchmark {

  private static final int EVENTS = 1_000_000;
  private static final double GOAL = 0.50;
  private static final double LIVE_GOAL = 0.10;

  /** Kafka Streams is measured over a part of the history: it takes ten times as long as ours. */
  private static final int MEASURED_PART = 5;

  private static final int WARM_PART = 20;
  private static final long LOOK_MILLIS = 100;
  private static final long SELDOM_MILLIS = 2_000;

  @Override
  public String name() {
    return "B4";
  }

  @Override
  public String title() {
    return "rebuilding the contexts against a consumer that only deserialises";
  }

  @Override
  public String meaning() {
    return "events a second of a rebuild, over those of a consumer that only deserialises";
  }

  @Override
  public boolean clearsGround() {
    return true;
  }

  @Override
  public Result run(Scale scale) throws Exception {
    int events = scale.events(EVENTS);
    List<String> details = new ArrayList<>();
    try (Ground ground = scale.grounds().withHistory()) {
      publish(ground, events);
      Stored stored = Stored.of(ground, "application");
      stored.remark().ifPresent(details::add);
      Topic.deserialised(ground, Topic.APPLICATIONS);
      double bare = Topic.deserialised(ground, Topic.APPLICATIONS);
      forget(ground);
      ground.start("insights");
      Cpu cpu = ground.cpu("insights", "postgres", "kafka");
      Map<String, Double> before = cpu.seconds();
      double live = live(ground, events);
      details.add("CPU µs an event, live: " + Cpu.per(cpu.since(before), events));
      before = cpu.seconds();
      double rebuilt = rebuilt(ground, events);
      details.add("CPU µs an event, rebuild: " + Cpu.per(cpu.since(before), events));
      details.add(
          String.format(
              Locale.ROOT,
              "n = 1; %d events of %d bytes on average, %d rows: bare consumer %.0f/s; live %.0f/s, which is %.2f (goal %.2f); rebuild %.0f/s, which is %.2f",
              events,
              stored.each(),
              events / History.PER_APPLICATION,
              bare,
              live,
              live / bare,
              LIVE_GOAL,
              rebuilt,
              rebuilt / bare));
      ground.stop("insights");
      details.addAll(
          scale.peers()
              ? streams(ground, events, live, rebuilt)
              : List.of("Kafka Streams was left out: this was a quick run"));
      details.add(
          scale.longest() > events
              ? longest(ground, scale.longest(), bare)
              : "no longer history was laid: this was a quick run, or the disk has no room for it");
      return new Result(name(), rebuilt / bare, GOAL, details);
    }
  }

  /**
   * Lays the history, unless it is there, and has it published, unless it is; no insights-service
   * runs yet.
   */
  private static void publish(Ground ground, int events) throws Exception {
    if (Topic.size(ground, Topic.APPLICATIONS) >= events) {
      return;
    }
    ground.start("application");
    History.reach(ground, events);
    while (Topic.size(ground, Topic.APPLICATIONS) < events) {
      Thread.sleep(LOOK_MILLIS);
    }
    ground.stop("application");
  }

  /** What insights-service has of others who were measured on this ground, and how far it came. */
  private static void forget(Ground ground) throws SQLException {
    ground.stop("insights");
    if (ground.hasTable("insights", "context")) {
      ground.execute("insights", "truncate context, stream_progress, watermark");
    }
  }

  private static double live(Ground ground, int events) throws Exception {
    long first = 0;
    long start = System.nanoTime();
    while (first == 0) {
      Thread.sleep(LOOK_MILLIS);
      start = System.nanoTime();
      first = Integrity.taken(ground);
    }
    while (Integrity.taken(ground) < events) {
      Thread.sleep(LOOK_MILLIS);
    }
    double rate = (events - first) * 1e9 / (System.nanoTime() - start);
    Integrity.requireApplied(ground, events);
    return rate;
  }

  private static double rebuilt(Ground ground, int events) throws Exception {
    double seconds = new Rebuilds(ground).seconds();
    Integrity.requireApplied(ground, events);
    return events / seconds;
  }

  /**
   * Durable as a live projection is, and without a change log, as a rebuild may be. Over a part of
   * the history its stores stay smaller than over the whole, which is in its favour.
   */
  private static List<String> streams(Ground ground, int events, double live, double rebuilt)
      throws Exception {
    int warm = events / WARM_PART;
    int part = events / MEASURED_PART;
    List<String> lines = new ArrayList<>();
    for (boolean durable : new boolean[] {true, false}) {
      try (PeerProcess streams =
          PeerProcess.streams(ground.kafka(), Topic.APPLICATIONS, warm, part, durable)) {
        double rate = streams.rate();
        double ours = durable ? live : rebuilt;
        lines.add(
            String.format(
                Locale.ROOT,
                "Kafka Streams, %s: %.0f/s over %d events, after %d to warm up in the same JVM (n = 1); %s is %.2f of it",
                durable ? "state with a change log" : "state without a change log",
                rate,
                part,
                warm,
                durable ? "live" : "the rebuild",
                ours / rate));
        lines.add(streams.settings());
      }
    }
    return lines;
  }

  /** The history grows while all runs; then it is rebuilt. */
  private static String longest(Ground ground, int events, double bare) throws Exception {
    ground.start("application", "insights");
    long start = System.nanoTime();
    long before = Integrity.taken(ground);
    History.reach(ground, events);
    double filled = (System.nanoTime() - start) / 1e9;
    while (Integrity.taken(ground) < events) {
      Thread.sleep(SELDOM_MILLIS);
    }
    double taken = (System.nanoTime() - start) / 1e9;
    // Its own handlers still have the last millions before them.
    ground.stop("application");
    double rebuilt = rebuilt(ground, events);
    return String.format(
        Locale.ROOT,
        "n = 1; %d events: %.0f s to lay the rest, %.0f s until it was taken in live (%.0f/s); rebuild %.0f/s, which is %.2f of the bare consumer; insights-service has a heap of 256 MB and %d MB resident",
        events,
        filled,
        taken,
        (events - before) / taken,
        rebuilt,
        rebuilt / bare,
        ground.residentMegabytes("insights"));
  }
}
