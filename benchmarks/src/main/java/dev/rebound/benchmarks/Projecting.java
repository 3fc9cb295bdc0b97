package dev.rebound.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rebound.localstack.Trouble;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * B4: insights-service folding a history, live and as a rebuild beside the live tables, against a
 * bare consumer that only deserialises the same records.
 */
final class Projecting implements Benchmark {

  private static final int EVENTS = 1_000_000;
  private static final double GOAL = 0.50;
  private static final double LIVE_GOAL = 0.10;
  private static final long LOOK_MILLIS = 100;

  private final HttpClient http = HttpClient.newHttpClient();

  @Override
  public String name() {
    return "B4";
  }

  @Override
  public String title() {
    return "rebuilding the contexts against a consumer that only deserialises";
  }

  @Override
  public Result run(Scale scale) throws Exception {
    int events = scale.events(EVENTS);
    List<String> details = new ArrayList<>();
    try (Ground ground = new Ground()) {
      History.lay(ground, events);
      ground.start("application");
      while (Topic.size(ground, Topic.APPLICATIONS) < events) {
        Thread.sleep(LOOK_MILLIS);
      }
      ground.stop("application");
      Topic.deserialised(ground, Topic.APPLICATIONS);
      double bare = Topic.deserialised(ground, Topic.APPLICATIONS);
      ground.start("insights");
      double live = live(ground, events);
      double rebuilt = rebuilt(ground, events);
      details.add(
          String.format(
              Locale.ROOT,
              "%d events, %d rows: bare consumer %.0f/s; live %.0f/s, which is %.2f (goal %.2f); rebuild %.0f/s",
              events,
              events / History.PER_APPLICATION,
              bare,
              live,
              live / bare,
              LIVE_GOAL,
              rebuilt));
      return new Result(name(), rebuilt / bare, GOAL, details);
    }
  }

  private static double live(Ground ground, int events) throws Exception {
    long first = 0;
    long start = System.nanoTime();
    while (first == 0) {
      Thread.sleep(LOOK_MILLIS);
      start = System.nanoTime();
      first = Integrity.applied(ground);
    }
    long now = first;
    while (now < events) {
      Thread.sleep(LOOK_MILLIS);
      now = Integrity.applied(ground);
    }
    return (events - first) * 1e9 / (System.nanoTime() - start);
  }

  private double rebuilt(Ground ground, int events) throws Exception {
    call(ground, "POST");
    JsonNode progress;
    do {
      Thread.sleep(LOOK_MILLIS);
      progress = call(ground, "GET");
    } while (progress.path("status").asText().equals("RUNNING"));
    if (!progress.path("status").asText().equals("DONE")
        || progress.path("differing").asLong() != 0) {
      throw new Trouble("The rebuild came to this: " + progress);
    }
    // Until the new rows were live; what follows is the comparison with the former ones.
    double seconds =
        Duration.between(
                    Instant.parse(progress.path("startedAt").asText()),
                    Instant.parse(progress.path("switchedAt").asText()))
                .toMillis()
            / 1e3;
    long rows = Integrity.applied(ground);
    if (rows != events) {
      throw new Trouble("The rebuild has " + rows + " events of " + events + ".");
    }
    return events / seconds;
  }

  private JsonNode call(Ground ground, String method) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:"
                        + ground.port("insights")
                        + "/api/v1/operations/views/contexts/rebuild"))
            .header("Authorization", "Bearer " + ground.issuer().operator())
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new Trouble("The rebuild was answered with " + answer.statusCode() + ".");
    }
    return new ObjectMapper().readTree(answer.body());
  }
}
