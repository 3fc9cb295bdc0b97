package dev.rebound.application.webhooks;

import static dev.rebound.application.Candidates.as;
import static dev.rebound.application.Candidates.fresh;
import static dev.rebound.application.webhooks.Systems.GREENHOUSE;
import static dev.rebound.application.webhooks.Systems.greenhouse;
import static dev.rebound.application.webhooks.Systems.number;
import static dev.rebound.application.webhooks.Systems.sample;
import static dev.rebound.application.webhooks.Systems.setUp;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyIterable;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.rebound.application.boards.BoardApplications;
import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.sealing.KeyRing;
import dev.rebound.testkit.Stack;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A board that has none of the vendors' systems takes back and erases as they do. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class BoardCallsIT {

  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final String EVENT = "Rebound-Event-Id";

  private final Candidate me = fresh();
  private final String external = number();
  private final String person = number();
  private final Map<String, String> mine =
      Map.of(
          "application",
          external,
          "person",
          person,
          "email",
          me.email(),
          "stage",
          "Preliminary Phone Screen");

  @Inject
  @SuppressWarnings("NullAway.Init")
  BoardApplications applications;

  @Inject
  @SuppressWarnings("NullAway.Init")
  KeyRing keys;

  @Test
  void aRejectionIsTakenBackOnce() {
    signIn();
    String item = item(external, person);
    listed(item).body("accepted", equalTo(1));
    stands("REJECTED");

    String event =
        takenBack("acme", external)
            .statusCode(204)
            .header(EVENT, notNullValue())
            .extract()
            .header(EVENT);

    as(me)
        .queryParam("after", event)
        .get("/api/v1/applications")
        .then()
        .statusCode(200)
        .body("items.status", contains("ACTIVE"));
    takenBack("acme", external).statusCode(204).header(EVENT, nullValue());
    listed(item).body("accepted", equalTo(0)).body("duplicates", equalTo(1));
    stands("ACTIVE");

    // Another rejection, which can be taken back in turn.
    listed(item.replace("2026-10-01", "2026-10-09")).body("accepted", equalTo(1));
    stands("REJECTED");
    takenBack("acme", external).statusCode(204).header(EVENT, notNullValue());
    stands("ACTIVE");
  }

  /** Its id has what a path has to encode. */
  @Test
  void whatWaitsIsTakenBackAsWell() {
    String spaced = "\u00c5 7 " + external;
    listed(item(spaced, person)).body("accepted", equalTo(1));

    takenBack("acme", spaced).statusCode(204).header(EVENT, notNullValue());

    signIn();
    stands("ACTIVE");
  }

  @Test
  void aWithdrawalThatTheBoardToldOfIsTakenBack() {
    setUp("acme", "greenhouse", GREENHOUSE).statusCode(200);
    signIn();
    listed(item(external, person)).body("accepted", equalTo(1));
    greenhouse("acme", GREENHOUSE, sample("greenhouse-they_rejected_us", mine))
        .statusCode(200)
        .body("outcome", equalTo("APPLIED"));
    stands("WITHDRAWN");

    takenBack("acme", external).statusCode(204).header(EVENT, notNullValue());
    stands("ACTIVE");
  }

  @Test
  void theCandidatesOwnWithdrawalIsFinal() {
    signIn();
    listed(item(external, person)).body("accepted", equalTo(1));
    stands("REJECTED");
    takenBack("acme", external).statusCode(204).header(EVENT, notNullValue());
    String id = as(me).get("/api/v1/applications").path("items[0].id");
    as(me).body("{}").post("/api/v1/applications/" + id + "/withdrawal").then().statusCode(200);

    takenBack("acme", external).statusCode(204).header(EVENT, nullValue());
    stands("WITHDRAWN");
  }

  /** Else a board could ask of any address whether somebody has signed in with it. */
  @Test
  void whatIsNotReportedLooksAlikeWhoeverItIsOf() {
    setUp("acme", "greenhouse", GREENHOUSE).statusCode(200);
    signIn();
    greenhouse("acme", GREENHOUSE, sample("greenhouse-candidate_stage_change", mine))
        .statusCode(200);
    greenhouse("acme", GREENHOUSE, sample("greenhouse-they_rejected_us", mine)).statusCode(200);
    stands("WITHDRAWN");
    String nowhere = number();

    assertThat(notThere(external)).isEqualTo(notThere(nowhere));
    // The board's own word is taken back for who is here to see it, as by a vendor.
    stands("ACTIVE");
  }

  @Test
  void anotherBoardChangesNothing() {
    listed(item(external, person)).body("accepted", equalTo(1));

    machine("globex").delete("/api/v1/boards/acme/rejections/" + external).then().statusCode(404);
    machine("globex").delete("/api/v1/boards/acme/candidates/" + person).then().statusCode(404);
    takenBack("globex", external).statusCode(404).header(EVENT, nullValue());
    erased("globex", person).statusCode(204);

    signIn();
    stands("REJECTED");
  }

  @Test
  void whatWaitsForAPersonIsErased() {
    UUID waiting = applications.person("acme", person);
    listed(item(external, person)).body("accepted", equalTo(1));
    assertThat(keys.forOpening(Set.of(waiting)).await().atMost(LIMIT)).containsOnlyKeys(waiting);

    erased("acme", person).statusCode(204);

    assertThat(keys.forOpening(Set.of(waiting)).await().atMost(LIMIT)).isEmpty();
    erased("acme", person).statusCode(204);
    erased("acme", number()).statusCode(204);
    listed(item(number(), person))
        .body("accepted", equalTo(0))
        .body("rejected[0].problem", containsString("nobody of whom anything may be kept"));

    signIn();
    heldByMe().body("application.reportedByBoards", emptyIterable());
    // Of another person of the board's, by which it is seen that all that waited has come.
    listed(item(number(), number()).replace("2026-10-01", "2026-10-09"))
        .body("accepted", equalTo(1));
    await(() ->
        as(me)
            .get("/api/v1/applications")
            .then()
            .body("items.rejection.rejectedOn", contains("2026-10-09")));
  }

  /** The one was adopted, the other is theirs from the beginning. */
  @Test
  void whatACandidateHasSignedInForStays() {
    listed(item(external, person)).body("accepted", equalTo(1));
    signIn();
    stands("REJECTED");
    await(() -> heldByMe().body("application.reportedByBoards.adoptedAt", hasSize(1)));
    listed(item(number(), person)).body("accepted", equalTo(1));

    erased("acme", person).statusCode(204);

    await(() ->
        as(me)
            .get("/api/v1/applications")
            .then()
            .body("items.status", contains("REJECTED", "REJECTED")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rejections", "candidates"})
  void anIdThatCannotBeOneIsAProblem(String collection) {
    String path = "/api/v1/boards/acme/" + collection + "/";
    for (String id : new String[] {"1".repeat(201), "dept%2F7", "a;b", "a%25b"}) {
      machine("acme")
          .urlEncodingEnabled(false)
          .delete(path + id)
          .then()
          .statusCode(400)
          .contentType("application/problem+json");
    }
  }

  /** The problem, without the id in its path. */
  private static String notThere(String external) {
    return takenBack("acme", external)
        .statusCode(404)
        .contentType("application/problem+json")
        .header(EVENT, nullValue())
        .extract()
        .asString()
        .replace(external, "");
  }

  private static ValidatableResponse takenBack(String board, String external) {
    return machine(board).delete("/api/v1/boards/{board}/rejections/{id}", board, external).then();
  }

  private static ValidatableResponse erased(String board, String person) {
    return machine(board).delete("/api/v1/boards/{board}/candidates/{id}", board, person).then();
  }

  private static ValidatableResponse listed(String item) {
    return machine("acme")
        .contentType("application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(("[" + item + "]").getBytes(UTF_8))
        .post("/api/v1/boards/acme/rejections")
        .then()
        .statusCode(200);
  }

  private static RequestSpecification machine(String board) {
    return given().auth().oauth2(Stack.keycloak().clientToken(board));
  }

  private String item(String application, String person) {
    return sample(
        "standard-item", Map.of("application", application, "person", person, "email", me.email()));
  }

  private void signIn() {
    as(me).get("/api/v1/applications").then().statusCode(200);
  }

  private ValidatableResponse heldByMe() {
    return as(me).get("/api/v1/me/data").then().statusCode(200);
  }

  /** What becomes of the candidate's only application. */
  private void stands(String status) {
    await(() -> as(me).get("/api/v1/applications").then().body("items.status", contains(status)));
  }

  private static void await(ThrowingRunnable assertion) {
    Awaitility.await().atMost(LIMIT).untilAsserted(assertion);
  }
}
