package dev.rebound.benchmarks;

import static java.net.HttpURLConnection.HTTP_CREATED;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Applications recorded at a steady pace beside the load, each watched until insights-service
 * answers with it. They are those of candidates of their own, who have some ten applications each
 * as people do: a candidate of the load has hundreds, and reading all of those would be measured.
 */
final class WatchedCommands implements AutoCloseable {

  private static final int OK = 200;
  private static final long EVERY_MILLIS = 20;
  private static final long PATIENCE_SECONDS = 10;

  private final Ground ground;
  private final List<Requests.Candidate> candidates;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService watchers = Executors.newVirtualThreadPerTaskExecutor();
  private final Histogram visible = new ConcurrentHistogram(3);
  private final AtomicInteger late = new AtomicInteger();
  private final AtomicLong recorded = new AtomicLong();
  private final Map<String, Integer> answers = new ConcurrentSkipListMap<>();
  private int next;

  /** Begins, for candidates who take turns. */
  WatchedCommands(Ground ground, List<Requests.Candidate> candidates) {
    this.ground = ground;
    this.candidates = candidates;
    pace.scheduleAtFixedRate(
        () -> {
          String token = candidates.get(next++ % candidates.size()).token();
          watchers.submit(() -> {
            watch(token);
            return null;
          });
        },
        0,
        EVERY_MILLIS,
        TimeUnit.MILLISECONDS);
  }

  /** Forgets what was seen until now. */
  void forget() {
    visible.reset();
    late.set(0);
    answers.clear();
  }

  /** From the answer to the command until the answer that has it, in nanoseconds. */
  Histogram visible() {
    return visible;
  }

  /** How many were not recorded, or not to be read within the two seconds that a reader waits. */
  int late() {
    return late.get();
  }

  /** How many answers of each status there were, to commands and to reads, as text. */
  String answers() {
    return answers.toString();
  }

  /** How many commands were answered 201, whatever was forgotten since. */
  long recorded() {
    return recorded.get();
  }

  private void watch(String token) throws InterruptedException {
    try {
      HttpResponse<Void> command =
          http.send(
              request("application", "/api/v1/applications", token)
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(Requests.SUBMISSION))
                  .build(),
              HttpResponse.BodyHandlers.discarding());
      long answered = System.nanoTime();
      answers.merge("command " + command.statusCode(), 1, Integer::sum);
      if (command.statusCode() == HTTP_CREATED) {
        recorded.incrementAndGet();
      }
      String event = command.headers().firstValue("Rebound-Event-Id").orElse("");
      HttpResponse<Void> read =
          http.send(
              request("insights", "/api/v1/insights/funnel?after=" + event, token).build(),
              HttpResponse.BodyHandlers.discarding());
      long seen = System.nanoTime();
      answers.merge("read " + read.statusCode(), 1, Integer::sum);
      if (command.statusCode() == HTTP_CREATED && read.statusCode() == OK) {
        visible.recordValue(seen - answered);
        return;
      }
    } catch (IOException noAnswer) {
      answers.merge("no answer", 1, Integer::sum);
    }
    late.incrementAndGet();
  }

  private HttpRequest.Builder request(String service, String path, String token) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + ground.port(service) + path))
        .header("Authorization", "Bearer " + token);
  }

  /** Sends no more, and returns once what is under way was seen or was late. */
  void end() throws InterruptedException {
    pace.shutdown();
    if (!pace.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the pace goes on");
    }
    watchers.close();
  }

  @Override
  public void close() throws InterruptedException {
    end();
    http.close();
  }
}
