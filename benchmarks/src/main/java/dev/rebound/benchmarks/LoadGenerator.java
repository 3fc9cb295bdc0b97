package dev.rebound.benchmarks;

import dev.rebound.localstack.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * Sends HTTP requests over kept connections, from one thread that costs little, since it shares the
 * machine with what it measures.
 *
 * <p>{@link #atRate} is an open loop: requests are due at fixed times whatever the answers do, and
 * latency counts from when a request was due, so that a stall is seen by all that it held up.
 * {@link #saturate} is a closed loop, which finds what can be sustained.
 */
final class LoadGenerator {

  /**
   * How long the thread sleeps at most when there is nothing to do: long enough to leave the cores
   * to what is measured, and the most by which an answer is noticed late.
   */
  private static final long NAP_NANOS = 250_000;

  private static final int ATTEMPTS = 3;
  private static final long HIGHEST_NANOS = TimeUnit.MINUTES.toNanos(2);
  private static final int DIGITS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final int port;
  private final int connections;
  private final Map<Integer, Long> answers = new TreeMap<>();

  /** A generator with this many connections to a port of this machine. */
  LoadGenerator(int port, int connections) {
    this.port = port;
    this.connections = connections;
  }

  /** Is told of every answer. */
  interface Listener {

    /** An answer came on this line. */
    void answered(Line line);
  }

  /** Sends as many requests as there are connections at a time, for so long. */
  LoadRun saturate(Supplier<byte[]> requests, Duration duration) throws IOException {
    return saturate(requests, duration, line -> {});
  }

  /** The same, and somebody is told of the answers. */
  LoadRun saturate(Supplier<byte[]> requests, Duration duration, Listener listener)
      throws IOException {
    return run(requests, new Pace(Double.POSITIVE_INFINITY, Long.MAX_VALUE, duration), listener);
  }

  /**
   * The same for so many requests.
   *
   * @throws IOException where they are not answered within the limit
   */
  LoadRun saturate(Supplier<byte[]> requests, int most, Duration limit, Listener listener)
      throws IOException {
    LoadRun run = run(requests, new Pace(Double.POSITIVE_INFINITY, most, limit), listener);
    if (run.latency().getTotalCount() < most) {
      throw new IOException("not all of " + most + " requests were answered within " + limit);
    }
    return run;
  }

  /**
   * Sends so many requests a second, at even times, for so long.
   *
   * <p>A run in which the generator itself was late does not count: it is done again, three times
   * in all.
   *
   * @param mostLag how late the generator may be at p99
   * @param begin is told before each of them; what was noted of a former one does not count
   * @throws Trouble where the generator was late every time
   */
  LoadRun atRate(
      Supplier<byte[]> requests,
      double perSecond,
      Duration duration,
      Duration mostLag,
      Runnable begin)
      throws IOException {
    LoadRun run;
    int attempt = 0;
    do {
      begin.run();
      run = run(requests, new Pace(perSecond, Long.MAX_VALUE, duration), line -> {});
      attempt++;
    } while (!run.punctual(mostLag) && attempt < ATTEMPTS);
    if (!run.punctual(mostLag)) {
      throw new Trouble(
          "The load generator itself was late in each of "
              + ATTEMPTS
              + " runs, so no latency counts. The last: "
              + run);
    }
    return run;
  }

  /** The same where nothing else is noted. */
  LoadRun atRate(Supplier<byte[]> requests, double perSecond, Duration duration, Duration mostLag)
      throws IOException {
    return atRate(requests, perSecond, duration, mostLag, () -> {});
  }

  /** Answers of this status in all runs so far, those included that did not count. */
  long answered(int status) {
    return answers.getOrDefault(status, 0L);
  }

  /** On a thread of its own, whose priority nothing that is started meanwhile inherits. */
  private LoadRun run(Supplier<byte[]> requests, Pace pace, Listener listener) throws IOException {
    FutureTask<LoadRun> run =
        new FutureTask<>(() -> {
          Urgency.claim();
          return runHere(requests, pace, listener);
        });
    Thread.ofPlatform().name("load").start(run);
    try {
      LoadRun done = run.get();
      done.statuses().forEach((status, count) -> answers.merge(status, count, Long::sum));
      return done;
    } catch (ExecutionException failure) {
      throw new IOException("the load broke off: " + failure.getCause(), failure.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }

  private LoadRun runHere(Supplier<byte[]> requests, Pace pace, Listener listener)
      throws IOException {
    try (Selector selector = Selector.open()) {
      Deque<Line> idle = new ArrayDeque<>();
      List<Line> all = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        Line line = new Line(selector, port);
        idle.add(line);
        all.add(line);
      }
      Turn turn = new Turn(selector, idle, listener);
      try {
        return turn.run(requests, pace);
      } finally {
        for (Line line : all) {
          line.close();
        }
      }
    }
  }

  /** One run's state. */
  private static final class Turn {
    private final Selector selector;
    private final Deque<Line> idle;
    private final Listener listener;
    private final Histogram latency = new Histogram(HIGHEST_NANOS, DIGITS);
    private final Histogram lag = new Histogram(HIGHEST_NANOS, DIGITS);
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private int open;

    Turn(Selector selector, Deque<Line> idle, Listener listener) {
      this.selector = selector;
      this.idle = idle;
      this.listener = listener;
    }

    LoadRun run(Supplier<byte[]> requests, Pace pace) throws IOException {
      boolean paced = pace.isEven();
      long start = System.nanoTime();
      long end = start + pace.duration().toNanos();
      long sent = 0;
      long connectionFree = start;
      while (true) {
        long now = System.nanoTime();
        boolean worked = false;
        while (!idle.isEmpty() && sent < pace.most()) {
          long due = paced ? pace.due(start, sent) : now;
          if (due > now || due >= end) {
            break;
          }
          // Late by our own fault only: not while every connection waited for an answer.
          lag.recordValue(Math.max(0, now - Math.max(due, connectionFree)));
          idle.remove().send(requests.get(), due);
          open++;
          sent++;
          worked = true;
          now = System.nanoTime();
        }
        boolean full = idle.isEmpty();
        worked |= receive();
        if (full && !idle.isEmpty()) {
          connectionFree = System.nanoTime();
        }
        if ((now >= end || sent == pace.most()) && open == 0) {
          break;
        }
        if (now >= end + PATIENCE.toNanos()) {
          throw new IOException(open + " requests were not answered within " + PATIENCE);
        }
        if (!worked) {
          boolean more = paced && !idle.isEmpty() && now < end;
          long rest = more ? pace.due(start, sent) - now : NAP_NANOS;
          LockSupport.parkNanos(Math.clamp(rest, 1, NAP_NANOS));
        }
      }
      return new LoadRun(latency, lag, statuses, (System.nanoTime() - start) / 1e9);
    }

    private boolean receive() throws IOException {
      int[] answers = {0};
      selector.selectNow(key -> {
        Line line = (Line) key.attachment();
        try {
          if (line.receive()) {
            answers[0]++;
            latency.recordValue(Math.max(0, System.nanoTime() - line.due()));
            statuses.merge(line.status(), 1L, Long::sum);
            listener.answered(line);
            line.reset();
            open--;
            idle.add(line);
          }
        } catch (IOException broken) {
          throw new UncheckedIOException(broken);
        }
      });
      return answers[0] > 0;
    }
  }
}
