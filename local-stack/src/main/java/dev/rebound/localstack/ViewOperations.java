package dev.rebound.localstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** The views of one service, as its operator sees them. */
final class ViewOperations {
  private static final int CONFLICT = 409;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String service;
  private final String url;
  private final Supplier<String> tokens;

  /**
   * The views of a service.
   *
   * @param url where the service is, without a path
   * @param tokens an operator's access tokens
   */
  ViewOperations(String service, String url, Supplier<String> tokens) {
    this.service = service;
    this.url = url + "/api/v1/operations/views";
    this.tokens = tokens;
  }

  /** The service's name. */
  String service() {
    return service;
  }

  /** The names of its views. */
  List<String> names() {
    return body(ask("GET", "")).findValuesAsText("name");
  }

  /** Starts a rebuild; where one runs already, that one goes on. */
  void start(String view) {
    HttpResponse<String> answer = ask("POST", "/" + view + "/rebuild");
    if (answer.statusCode() != CONFLICT) {
      body(answer);
    }
  }

  /** How the view's last rebuild stands. */
  JsonNode status(String view) {
    return body(ask("GET", "/" + view + "/rebuild"));
  }

  private JsonNode body(HttpResponse<String> answer) {
    if (answer.statusCode() >= 300) {
      throw new Trouble(service + " answered " + answer.statusCode() + ": " + answer.body());
    }
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException unreadable) {
      throw new Trouble(service + " gave an answer that cannot be read.", unreadable);
    }
  }

  private HttpResponse<String> ask(String method, String path) {
    return Http.send(
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + tokens.get())
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build());
  }
}
