package dev.rebound.insights;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.rebound.insights.contexts.History;
import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.testkit.Stack;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;

/** Somebody who is signed in, with a history of their own to be published. */
final class Signed {

  private final Candidate candidate = Stack.keycloak().newCandidate();
  private final History history = new History(subject());

  /** Whose rows they are. */
  UUID subject() {
    return UUID.fromString(candidate.subject());
  }

  /** What they sign in with. */
  String token() {
    return candidate.token();
  }

  /** What happened to them, so far only in the test. */
  History history() {
    return history;
  }

  /** Publishes all of it and waits until the service shows it, however busy the machine is. */
  void publish(Published published) {
    published.publish(history.events());
    awaitShown(history);
  }

  /**
   * Waits until the service shows all of a history, however busy the machine is. Each topic goes at
   * its own pace, so the last event of each is waited for.
   */
  void awaitShown(History history) {
    Stream.of(history.applications(), history.feedback())
        .filter(events -> !events.isEmpty())
        .forEach(events ->
            await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(
                    () -> get("insights/funnel?after=" + events.getLast().id()).statusCode(200)));
  }

  /** Asks; the path is below {@code /api/v1/}. */
  ValidatableResponse get(String path) {
    return request().get("/api/v1/" + path).then();
  }

  /** Sends a body, or none where it is empty. */
  ValidatableResponse send(String method, String path, String body) {
    return send(request(), method, path, body);
  }

  /** Sends a body under an idempotency key. */
  ValidatableResponse send(String method, String path, String body, String key) {
    return send(request().header("Idempotency-Key", key), method, path, body);
  }

  /** Sends a body that insists on a version. */
  ValidatableResponse sendIfMatch(String method, String path, String body, String version) {
    return send(request().header("If-Match", version), method, path, body);
  }

  private static ValidatableResponse send(
      RequestSpecification request, String method, String path, String body) {
    RequestSpecification typed = request.contentType("application/json");
    return (body.isEmpty() ? typed : typed.body(body)).request(method, "/api/v1/" + path).then();
  }

  private RequestSpecification request() {
    return given().auth().oauth2(token());
  }
}
