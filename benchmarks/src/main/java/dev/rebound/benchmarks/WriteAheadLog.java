package dev.rebound.benchmarks;

import dev.rebound.eventstore.postgres.AppendStatement;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * B9: bytes of write-ahead log a command costs, against the event's own bytes: the append alone,
 * and all that application-service writes for it (its list, its notes, the relay's cursor).
 */
final class WriteAheadLog implements Benchmark {

  private static final int CONNECTIONS = 64;
  private static final double GOAL = 2.5;
  private static final String POSITION =
      "select (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::bigint";

  @Override
  public String name() {
    return "B9";
  }

  @Override
  public String title() {
    return "write-ahead log a command against its payload";
  }

  @Override
  public Result run(Scale scale) throws Exception {
    try (Ground ground = scale.grounds().any()) {
      ground.start("application");
      Supplier<byte[]> requests = Requests.submissions(Requests.candidates(ground.issuer()));
      LoadGenerator load = new LoadGenerator(ground.port("application"), CONNECTIONS);
      load.saturate(requests, scale.warmUp());
      double whole =
          perEvent(ground, "application", () -> load.saturate(requests, scale.measured()));
      double payload = ground.number("application", "select avg(length(data)) from event");
      ground.stop("application");
      ground.stop("insights");
      String bare = ground.bare();
      double append =
          perEvent(
              ground,
              bare,
              () ->
                  new Pgbench(ground, bare)
                      .run(AppendScript.of(AppendStatement.SQL), 16, scale.measured()));
      return new Result(
          name(),
          GOAL / (append / payload),
          1,
          List.of(
              String.format(
                  Locale.ROOT,
                  "payload %.0f bytes; the append alone %.0f bytes, %.2f x (goal %.1f x); all that the service writes %.0f bytes, %.2f x",
                  payload,
                  append,
                  append / payload,
                  GOAL,
                  whole,
                  whole / payload)));
    }
  }

  private interface Work {
    Object run() throws Exception;
  }

  private static double perEvent(Ground ground, String database, Work work) throws Exception {
    String stored = "select count(*) from event";
    long events = ground.number(database, stored);
    long log = ground.number("application", POSITION);
    work.run();
    return (double) (ground.number("application", POSITION) - log)
        / (ground.number(database, stored) - events);
  }
}
