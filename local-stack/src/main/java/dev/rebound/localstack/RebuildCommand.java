package dev.rebound.localstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * Has the insights folded anew from the events, as the operator, and follows it to its end. Reads
 * go on meanwhile. When a rebuild runs already, this follows that one.
 */
@Command(name = "rebuild")
final class RebuildCommand implements Callable<Integer> {
  private static final Duration LOOK_EVERY = Duration.ofMillis(300);
  private static final int ALREADY_RUNNING = 409;
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public Integer call() {
    Settings settings = Rebound.running();
    KeycloakClient realm = new KeycloakClient(settings.url("keycloak"));
    String url = settings.url("insights") + "/api/v1/operations/rebuild";
    HttpResponse<String> started = ask(url, "POST", realm);
    if (started.statusCode() != ALREADY_RUNNING && started.statusCode() >= 300) {
      throw refused(started);
    }
    System.out.println("Rebuilding the insights from the events; reads go on meanwhile.");
    JsonNode progress = progress(url, realm);
    while (progress.path("status").asText().equals("RUNNING")) {
      Pause.of(LOOK_EVERY);
      progress = progress(url, realm);
    }
    System.out.println(told(progress));
    return progress.path("status").asText().equals("DONE") ? 0 : 1;
  }

  static String told(JsonNode progress) {
    long events = progress.path("events").asLong();
    return switch (progress.path("status").asText()) {
      case "DONE" -> "Done: " + events + " events read, and the new insights are live.";
      case "FAILED" ->
          "It failed after "
              + events
              + " events; the former insights are still live. See: ./rebound logs insights";
      default -> "The insights were started again meanwhile. See: ./rebound status";
    };
  }

  private static JsonNode progress(String url, KeycloakClient realm) {
    HttpResponse<String> answer = ask(url, "GET", realm);
    if (answer.statusCode() != 200) {
      throw refused(answer);
    }
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException unreadable) {
      throw new Trouble("The insights gave an answer that cannot be read.", unreadable);
    }
  }

  private static Trouble refused(HttpResponse<String> answer) {
    return new Trouble("The insights answered " + answer.statusCode() + ": " + answer.body());
  }

  private static HttpResponse<String> ask(String url, String method, KeycloakClient realm) {
    return Http.send(
        HttpRequest.newBuilder(URI.create(url))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + realm.token("operator"))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build());
  }
}
