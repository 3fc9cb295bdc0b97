package dev.rebound.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rebound.localstack.Trouble;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Has insights-service rebuild its contexts, as an operator would. */
final class Rebuilds {

  private static final long LOOK_MILLIS = 100;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Ground ground;

  Rebuilds(Ground ground) {
    this.ground = ground;
  }

  /** Rebuilds and gives the seconds it took, the switch included. */
  double seconds() throws Exception {
    long start = System.nanoTime();
    call("POST");
    while (true) {
      Thread.sleep(LOOK_MILLIS);
      String status = call("GET").path("status").asText();
      if (status.equals("DONE")) {
        return (System.nanoTime() - start) / 1e9;
      }
      if (!status.equals("RUNNING")) {
        throw new Trouble("The rebuild ended as " + status + ".");
      }
    }
  }

  private JsonNode call(String method) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:" + ground.port("insights") + "/api/v1/operations/rebuild"))
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
