package dev.rebound.benchmarks;

import dev.rebound.eventstore.Command;
import dev.rebound.eventstore.CommandHandler;
import dev.rebound.eventstore.Handled;
import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.AppendStatement;
import dev.rebound.localstack.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * B7: 32 writers whose commands go to one stream, none of them naming a version, each decided on
 * the state before it, sealed and durable, against pgbench with one connection that appends to one
 * stream on top of what it finds there. Both sides stand right at the database, without HTTP; every
 * command has to be accepted, and the stream to have an event of each. Every run has a new stream
 * on both sides, since both read what is there.
 */
final class OneStream implements Benchmark {

  private static final int WRITERS = 32;
  private static final double GOAL = 2;
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** Streams a repeat: a stream is short, as one that somebody works on is. */
  private static final int STREAMS = 3;

  @Override
  public String name() {
    return "B7";
  }

  @Override
  public String title() {
    return "32 writers on one stream against pgbench with one connection on one stream";
  }

  @Override
  public String meaning() {
    return "commands accepted a second, over the transactions a second of pgbench on one connection";
  }

  @Override
  public boolean needsPgbench() {
    return true;
  }

  @Override
  public Result run(Scale scale) throws Exception {
    try (Ground ground = scale.grounds().any();
        StoreHere here = new StoreHere(ground)) {
      Pgbench pgbench = new Pgbench(ground, ground.bare());
      Duration slice = scale.measured().dividedBy(STREAMS);
      measured(here, scale.warmUp().dividedBy(2));
      Cpu cpu = ground.cpu("postgres");
      Table table = new Table("run", "per s", "µs postgres", "µs here", "events a transaction");
      List<Double> ours = new ArrayList<>();
      List<Double> theirs = new ArrayList<>();
      int bytes = 0;
      for (int i = 0; i < scale.repeats() * STREAMS; i++) {
        Map<String, Double> before = cpu.seconds();
        Written written = measured(here, slice);
        Map<String, Double> used = cpu.since(before);
        table.row(
            "commands",
            number(written.rate()),
            number(used.getOrDefault("postgres", 0.0) * 1e6 / written.commands()),
            number(used.getOrDefault("load", 0.0) * 1e6 / written.commands()),
            String.format(Locale.ROOT, "%.1f", written.commands() / (double) written.together()));
        ours.add(written.rate());
        bytes = written.bytes();
        String script =
            AppendScript.onto("application-" + UUID.randomUUID(), AppendStatement.SQL, bytes);
        theirs.add(pgbench.run(script, 1, slice).rate());
      }
      List<String> details = new ArrayList<>(table.lines());
      details.add(
          String.format(
              Locale.ROOT,
              "medians of %d: %.0f commands/s, pgbench with one connection %.0f/s; events of %d bytes on both sides",
              ours.size(),
              Medians.of(ours),
              Medians.of(theirs),
              bytes));
      return new Result(name(), Medians.of(ours) / Medians.of(theirs), GOAL, details);
    }
  }

  /**
   * What came of one stream.
   *
   * @param together how many transactions wrote the commands' events
   * @param bytes of an event, on average
   */
  private record Written(long commands, long together, int bytes, double rate) {}

  private static Written measured(StoreHere here, Duration duration) throws Exception {
    StreamId stream = new StreamId("application", UUID.randomUUID());
    CommandHandler<String, Integer, ?, String> handler = here.noting(stream.id());
    // Makes the candidate's key, which is made once in a lifetime.
    command(handler, stream);
    AtomicLong accepted = new AtomicLong(1);
    long start = System.nanoTime();
    long end = start + duration.toNanos();
    try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        all.add(
            writers.submit(() -> {
              while (System.nanoTime() < end) {
                command(handler, stream);
                accepted.incrementAndGet();
              }
              return null;
            }));
      }
      for (Future<?> writer : all) {
        writer.get();
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    String where = " from event where stream = '" + stream + "'";
    long stored = here.number("select count(*)" + where);
    if (stored != accepted.get()) {
      throw new Trouble(accepted + " commands were accepted, and " + stored + " are stored.");
    }
    return new Written(
        stored,
        here.number("select count(distinct tx)" + where),
        Math.toIntExact(here.number("select round(avg(length(data)))" + where)),
        accepted.get() / seconds);
  }

  private static void command(CommandHandler<String, Integer, ?, String> handler, StreamId stream) {
    Metadata metadata = new Metadata(Instant.now(), UUID.randomUUID(), null, null);
    Handled<Integer, String> handled =
        handler.handle(Command.of(stream, StoreHere.WORDS, metadata)).await().atMost(LIMIT);
    if (!(handled instanceof Handled.Done<Integer, String>)) {
      throw new Trouble("A command ended as " + handled + ".");
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }
}
