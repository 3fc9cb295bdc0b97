package dev.rebound.application.webhooks;

import static dev.rebound.application.Candidates.as;
import static dev.rebound.application.Candidates.fresh;
import static dev.rebound.application.webhooks.Systems.number;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyIterable;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.testkit.Stack;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A candidate of board acme's, and what they see of what its vendors tell of them. */
final class CandidatesSide {

  static final Duration LIMIT = Duration.ofSeconds(30);

  private final Candidate candidate = fresh();
  private final Map<String, String> values =
      Map.of(
          "application",
          number(),
          "person",
          number(),
          "email",
          candidate.email(),
          "stage",
          "Preliminary Phone Screen",
          "type",
          "RejectedByOrg",
          "reason",
          "r-1");

  Candidate candidate() {
    return candidate;
  }

  /** What the placeholders of recorded deliveries stand for. */
  Map<String, String> values() {
    return values;
  }

  /** From here on what is told of the address is the candidate's. */
  void signIn() {
    as(candidate).get("/api/v1/applications").then().statusCode(200).body("items", emptyIterable());
  }

  /** The candidate's one application, once it has come to a status. */
  String soonTheOnlyOne(String status) {
    Awaitility.await()
        .atMost(LIMIT)
        .untilAsserted(() ->
            as(candidate)
                .get("/api/v1/applications")
                .then()
                .body("items.status", contains(status)));
    return as(candidate).get("/api/v1/applications").path("items[0].id");
  }

  /** The same where an event is known that has brought it there. */
  String theOnlyOne(String after, String status) {
    return as(candidate)
        .queryParam("after", after)
        .get("/api/v1/applications")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].status", equalTo(status))
        .extract()
        .path("items[0].id");
  }

  /** The event that a delivery has become. */
  static String applied(ValidatableResponse answer) {
    return answer
        .statusCode(200)
        .body("outcome", equalTo("APPLIED"))
        .extract()
        .header("Rebound-Event-Id");
  }

  /** It is kept for who has signed in, and that is not said. */
  static void kept(ValidatableResponse answer) {
    answer
        .statusCode(200)
        .header("Rebound-Event-Id", nullValue())
        .body("outcome", equalTo("NOT_REPORTED"));
  }

  static ValidatableResponse mappings(String body) {
    return board("board-admin").body(body).put("/api/v1/boards/acme/mappings").then();
  }

  static RequestSpecification board(String user) {
    return given().auth().oauth2(Stack.keycloak().token(user)).contentType("application/json");
  }

  /** As whom the board knows the person of an event. */
  static UUID personOf(ScopedPool pool, String event) {
    return UUID.fromString(column(pool, "select candidate from event where id = $1", event));
  }

  static String column(ScopedPool pool, String sql, String id) {
    return pool.query(Scope.ALL_BOARDS, sql, Tuple.of(UUID.fromString(id)))
        .await()
        .atMost(LIMIT)
        .iterator()
        .next()
        .getValue(0)
        .toString();
  }
}
