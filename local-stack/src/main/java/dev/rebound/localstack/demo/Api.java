package dev.rebound.localstack.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.rebound.localstack.Trouble;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP API as one user calls it. A request that meets a service that is away is sent again,
 * with the same Idempotency-Key, for up to {@link #PATIENCE}.
 */
public final class Api {

  /** How long a service may be away before the play is given up. */
  static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final Duration PAUSE = Duration.ofMillis(300);
  private static final Duration TOKEN_AGE = Duration.ofMinutes(2);
  private static final Set<Integer> AGAIN = Set.of(429, 502, 503, 504);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Supplier<String> tokens;
  private Instant tokenSince = Instant.MIN;
  private String token = "";

  /** The API for whoever these tokens are of. */
  public Api(Supplier<String> tokens) {
    this.tokens = tokens;
  }

  /** An answer: its body, and the event it led to, where there is one. */
  public record Answer(int status, JsonNode body, Optional<String> event) {}

  /** What is sent along, and of which type it is. */
  private record Content(String type, String text) {}

  /** Reads. */
  public Answer get(String url) {
    return exchange("GET", url, null, true);
  }

  /** Sends a command as the user. */
  public Answer post(String url, Object body) {
    return exchange("POST", url, json(body), true);
  }

  /** The same of what is no JSON, such as a table. */
  public Answer post(String url, String type, String text) {
    return exchange("POST", url, new Content(type, text), true);
  }

  /** Puts something as a whole. */
  public Answer put(String url, Object body) {
    return exchange("PUT", url, json(body), true);
  }

  /** Deletes. */
  public Answer delete(String url) {
    return exchange("DELETE", url, null, true);
  }

  /** Sends what needs no account. */
  public Answer postOpenly(String url, Object body) {
    return exchange("POST", url, json(body), false);
  }

  private static Content json(Object body) {
    try {
      return new Content("application/json", JSON.writeValueAsString(body));
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  private Answer exchange(String method, String url, @Nullable Content content, boolean signedIn) {
    String key = UUID.randomUUID().toString();
    Instant end = Instant.now().plus(PATIENCE);
    while (true) {
      Optional<HttpResponse<String>> response =
          attempt(request(method, url, content, key, signedIn));
      if (response.isPresent() && !AGAIN.contains(response.get().statusCode())) {
        return answer(method, url, response.get());
      }
      if (Instant.now().isAfter(end)) {
        throw new Trouble(
            url + " has not answered for " + PATIENCE.toSeconds() + " s. See: ./rebound status");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private HttpRequest request(
      String method, String url, @Nullable Content content, String key, boolean signedIn) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20));
    if (content == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", content.type())
          .header("Idempotency-Key", key)
          .method(method, HttpRequest.BodyPublishers.ofString(content.text()));
    }
    if (signedIn) {
      request.header("Authorization", "Bearer " + token());
    }
    return request.build();
  }

  /** One sign-in at a time: Keycloak refuses a user's second while the first is under way. */
  private synchronized String token() {
    if (tokenSince.isBefore(Instant.now().minus(TOKEN_AGE))) {
      token = tokens.get();
      tokenSince = Instant.now();
    }
    return token;
  }

  private Optional<HttpResponse<String>> attempt(HttpRequest request) {
    try {
      return Optional.of(client.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException away) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Trouble("Interrupted.", interrupted);
    }
  }

  private static Answer answer(String method, String url, HttpResponse<String> response) {
    JsonNode body;
    try {
      body = response.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(response.body());
    } catch (JsonProcessingException notJson) {
      body = MissingNode.getInstance();
    }
    if (response.statusCode() >= 400) {
      throw new Trouble(
          "%s %s was answered %d: %s"
              .formatted(
                  method, url, response.statusCode(), body.path("detail").asText(body.toString())));
    }
    return new Answer(
        response.statusCode(), body, response.headers().firstValue("Rebound-Event-Id"));
  }
}
