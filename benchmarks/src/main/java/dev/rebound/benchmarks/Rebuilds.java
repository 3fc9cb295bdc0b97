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

/** Has insights-service rebuild its contexts, as an operator would. */
final class Rebuilds {

  private static final long LOOK_MILLIS = 100;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Ground ground;

  Rebuilds(Ground ground) {
    this.ground = ground;
  }

  /** Rebuilds and gives the seconds until the new rows were live; none may differ from the old. */
  double seconds() throws Exception {
    call("POST");
    JsonNode progress;
    do {
      Thread.sleep(LOOK_MILLIS);
      progress = call("GET");
    } while (progress.path("status").asText().equals("RUNNING"));
    if (!progress.path("status").asText().equals("DONE")
        || progress.path("differing").asLong() != 0) {
      throw new Trouble("The rebuild came to this: " + progress);
    }
    return Duration.between(
                Instant.parse(progress.path("startedAt").asText()),
                Instant.parse(progress.path("switchedAt").asText()))
            .toMillis()
        / 1e3;
  }

  private JsonNode call(String method) throws Exception {
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
