package dev.rebound.benchmarks;

import static java.net.HttpURLConnection.HTTP_CREATED;

import dev.rebound.eventstore.postgres.AppendStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * B9: bytes of write-ahead log that a command costs, against the bytes of its own event: all that
 * application-service writes for it (the event, its list, its notes, the relay's cursor). Beside
 * it, and no part of the figure: the append alone, by pgbench, against the event that pgbench
 * appends.
 */
final class WriteAheadLog implements Benchmark {

  private static final int CONNECTIONS = 64;
  private static final int CLIENTS = 16;
  private static final double GOAL = 2.5;
  private static final String SERVICE = "application";
  private static final Duration LIMIT = Duration.ofMinutes(2);
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
  public String meaning() {
    return String.format(
        Locale.ROOT,
        "%.1f, over the bytes of log for all that the service writes for a command, to a byte of its event",
        GOAL);
  }

  @Override
  public boolean needsPgbench() {
    return true;
  }

  @Override
  public Result run(Scale scale) throws Exception {
    try (Ground ground = scale.grounds().any()) {
      // The log is the server's: nobody else is to write to it.
      ground.stop("insights");
      ground.start(SERVICE);
      Supplier<byte[]> requests =
          Requests.submissions(Requests.candidates(ground.issuer(), scale.candidates()));
      LoadGenerator load = new LoadGenerator(ground.port(SERVICE), CONNECTIONS);
      load.saturate(requests, scale.warmUp());
      Table table = new Table("run", "events", "payload each", "log each", "log to payload");
      List<Double> whole = new ArrayList<>();
      int bytes = 0;
      List<String> byTable = List.of();
      for (int i = 0; i < scale.repeats(); i++) {
        Written written = commands(ground, load, requests, scale.measured());
        written.row(table, "commands");
        whole.add(written.ratio());
        bytes = written.stored().each();
        byTable = LogByTable.lines(ground, SERVICE, written.from(), written.to(), written.stored());
      }
      ground.stop(SERVICE);
      Pgbench pgbench = new Pgbench(ground, ground.bare());
      String script = AppendScript.of(AppendStatement.SQL, bytes);
      List<Double> bare = new ArrayList<>();
      for (int i = 0; i < scale.repeats(); i++) {
        Written written =
            Written.by(ground, ground.bare(), () -> pgbench.run(script, CLIENTS, scale.measured()));
        written.row(table, "the append alone");
        bare.add(written.ratio());
      }
      List<String> details = new ArrayList<>(table.lines());
      details.addAll(byTable);
      details.add(
          String.format(
              Locale.ROOT,
              "medians of %d: all that the service writes %.2f x its payload (goal %.1f x); the append alone %.2f x its own, no part of the figure",
              whole.size(),
              Medians.of(whole),
              GOAL,
              Medians.of(bare)));
      return new Result(name(), GOAL / Medians.of(whole), 1, details);
    }
  }

  /** Until all that the commands set off in the service is written. */
  private static Written commands(
      Ground ground, LoadGenerator load, Supplier<byte[]> requests, Duration duration)
      throws Exception {
    Quiet.inApplication(ground, LIMIT);
    long[] answered = {0};
    Written written =
        Written.by(
            ground,
            SERVICE,
            () -> {
              answered[0] =
                  load.saturate(requests, duration).require(HTTP_CREATED).answered(HTTP_CREATED);
              Quiet.inApplication(ground, LIMIT);
            });
    written.stored().require(answered[0]);
    return written;
  }

  private interface Work {
    void run() throws Exception;
  }

  /** The events that were stored, and what was written to the log meanwhile. */
  private record Written(Stored stored, long from, long to) {

    static Written by(Ground ground, String database, Work work) throws Exception {
      Stored before = Stored.of(ground, database);
      long from = position(ground);
      work.run();
      long to = position(ground);
      return new Written(Stored.of(ground, database).since(before), from, to);
    }

    private static long position(Ground ground) throws SQLException {
      return ground.number("postgres", POSITION);
    }

    long log() {
      return to - from;
    }

    double ratio() {
      return (double) log() / stored.bytes();
    }

    void row(Table table, String who) {
      table.row(
          who,
          Long.toString(stored.events()),
          Integer.toString(stored.each()),
          Long.toString(log() / stored.events()),
          String.format(Locale.ROOT, "%.2f x", ratio()));
    }
  }
}
