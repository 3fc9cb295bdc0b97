package dev.rebound.application.webhooks;

import static dev.rebound.application.Candidates.as;
import static dev.rebound.application.Candidates.fresh;
import static dev.rebound.application.webhooks.Systems.GREENHOUSE;
import static dev.rebound.application.webhooks.Systems.STANDARD;
import static dev.rebound.application.webhooks.Systems.greenhouse;
import static dev.rebound.application.webhooks.Systems.number;
import static dev.rebound.application.webhooks.Systems.sample;
import static dev.rebound.application.webhooks.Systems.setUp;
import static dev.rebound.application.webhooks.Systems.standard;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyIterable;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rebound.application.boards.BoardApplications;
import dev.rebound.application.boards.BoardRejections;
import dev.rebound.application.boards.RejectionItem;
import dev.rebound.application.boards.RejectionItems;
import dev.rebound.eventstore.EventStore.IdempotencyKey;
import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.testkit.Stack;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rejection of an application that is there already ends it, by whatever way it is told. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ListedAgainIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Candidate me = fresh();
  private final String external = number();
  private final Map<String, String> mine =
      Map.of(
          "application",
          external,
          "person",
          number(),
          "email",
          me.email(),
          "stage",
          "Preliminary Phone Screen");

  @Inject
  @SuppressWarnings("NullAway.Init")
  NewApplications newApplications;

  @Inject
  @SuppressWarnings("NullAway.Init")
  LastTold lastTold;

  @Inject
  @SuppressWarnings("NullAway.Init")
  DealtWith dealtWith;

  @Inject
  @SuppressWarnings("NullAway.Init")
  BoardApplications applications;

  @Inject
  @SuppressWarnings("NullAway.Init")
  BoardRejections rejections;

  @Inject
  @SuppressWarnings("NullAway.Init")
  RejectionItems items;

  @BeforeEach
  void aStageChangeBeginsIt() {
    setUp("acme", "greenhouse", GREENHOUSE).statusCode(200);
    as(me).get("/api/v1/applications").then().statusCode(200).body("items", emptyIterable());
    greenhouse("acme", GREENHOUSE, sample("greenhouse-candidate_stage_change", mine))
        .statusCode(200);
    stands("ACTIVE");
  }

  @Test
  void aListRejectsWhatAStageBeganAndWhatWasReopenedSince() {
    String item = sample("standard-item", mine);
    list(item).body("accepted", equalTo(1)).body("duplicates", equalTo(0));
    stands("REJECTED");
    list(item).body("accepted", equalTo(0)).body("duplicates", equalTo(1));

    greenhouse("acme", GREENHOUSE, sample("greenhouse-unreject_candidate", mine)).statusCode(200);
    stands("ACTIVE");
    // A board's list names what it named before: what was taken back does not hold again by that.
    list(item).body("accepted", equalTo(0)).body("duplicates", equalTo(1));
    stands("ACTIVE");
    String event =
        list(item.replace("2026-10-01", "2026-10-09"))
            .body("accepted", equalTo(1))
            .extract()
            .header("Rebound-Event-Id");
    as(me)
        .queryParam("after", event)
        .get("/api/v1/applications")
        .then()
        .body("items.rejection.rejectedOn", contains("2026-10-09"));
  }

  /** As a list that is sent once more: the same words of the same day are one rejection. */
  @Test
  void whatWasReopenedIsNotRejectedByTheSameUnderAnotherName() {
    setUp("acme", "standard", STANDARD).statusCode(200);
    String item = sample("standard-item", mine);
    delivered(item).body("outcome", equalTo("APPLIED"));
    stands("REJECTED");
    greenhouse("acme", GREENHOUSE, sample("greenhouse-unreject_candidate", mine)).statusCode(200);
    stands("ACTIVE");

    delivered(item).body("outcome", equalTo("UNCHANGED"));
    stands("ACTIVE");
    delivered(item.replace("2026-10-01", "2026-10-09")).body("outcome", equalTo("APPLIED"));
    stands("REJECTED");
  }

  /** The list names the same day and reason, and not the vendor; the vendor sends no message. */
  @Test
  void whatTheVendorTookBackStaysSoWhenTheListNamesItAgain() {
    greenhouse("acme", GREENHOUSE, sample("greenhouse-reject_candidate", mine)).statusCode(200);
    stands("REJECTED");
    greenhouse("acme", GREENHOUSE, sample("greenhouse-unreject_candidate", mine)).statusCode(200);
    stands("ACTIVE");
    String item =
        sample("standard-item", mine)
            .replace("2026-10-01", "2026-10-02")
            .replace("r-4", "14")
            .replace("\"Experience\"", "\"Too few night shifts\"");

    list(item).body("accepted", equalTo(0)).body("duplicates", equalTo(1));
    stands("ACTIVE");
    list(item.replace("Too few night shifts", "Another was nearer")).body("accepted", equalTo(1));
    stands("REJECTED");
  }

  private static ValidatableResponse delivered(String item) {
    return standard("acme", STANDARD, UUID.randomUUID().toString(), Instant.now(), item)
        .statusCode(200);
  }

  @Test
  void aListNamesWhomToAskWhereNobodyIsKnown() {
    Map<String, String> another = new HashMap<>(mine);
    another.put("application", number());
    greenhouse(
            "acme",
            GREENHOUSE,
            sample("greenhouse-candidate_stage_change", another)
                .replaceFirst("\"recruiter\": \\{.*?}", "\"recruiter\": null"))
        .statusCode(200);
    Awaitility.await()
        .atMost(LIMIT)
        .untilAsserted(() -> as(me).get("/api/v1/applications").then().body("items", hasSize(2)));

    String event =
        list(sample("standard-item", another)
                .replace(
                    "\"appliedOn\"",
                    "\"recruiter\": {\"name\": \"Ina\", \"email\": \"ina@example.net\"}, \"appliedOn\""))
            .body("accepted", equalTo(1))
            .extract()
            .header("Rebound-Event-Id");

    String id =
        as(me)
            .queryParam("after", event)
            .queryParam("status", "REJECTED")
            .get("/api/v1/applications")
            .path("items[0].id");
    as(me)
        .get("/api/v1/applications/" + id)
        .then()
        .statusCode(200)
        .body("recruiter.email", equalTo("ina@example.net"))
        .body("rejection.stage", equalTo("PANEL_INTERVIEW"));
  }

  /** In JSON and as CSV; where the application was not reported it is not said what came of it. */
  @Test
  void aReasonThatIsMappedIsNoRejection() {
    String item = sample("standard-item", mine);
    String unknown = item.replace(external, number());
    String unreported = "the application was not reported as rejected before";
    mappings("{\"reasons\":{\"r-4\":\"WITHDRAWN\",\"r-5\":\"HIRED\"}}");
    try {
      list(unknown)
          .body("accepted", equalTo(0))
          .body("duplicates", equalTo(0))
          .body("rejected[0].problem", containsString(unreported));
      list(unknown.replace("r-4", "r-5"))
          .body("rejected[0].problem", containsString("mapped to HIRED"));
      csv().body("rejected[0].problem", containsString(unreported));

      mappings("{}");
      list(item).body("accepted", equalTo(1));
      stands("REJECTED");
      mappings("{\"reasons\":{\"r-4\":\"WITHDRAWN\"}}");
      list(item + "," + item).body("accepted", equalTo(1)).body("duplicates", equalTo(1));
      stands("WITHDRAWN");
      list(item).body("accepted", equalTo(0)).body("duplicates", equalTo(1));
      greenhouse("acme", GREENHOUSE, sample("greenhouse-unreject_candidate", mine)).statusCode(200);
      stands("ACTIVE");
      // What was taken back does not hold again by a list that is sent once more.
      list(item).body("accepted", equalTo(0)).body("duplicates", equalTo(1));
      stands("ACTIVE");
    } finally {
      mappings("{}");
    }
  }

  private ValidatableResponse csv() {
    return board()
        .contentType("text/csv")
        .body(
            "externalId,candidateId,email,title,company,stage,rejectedOn,reasonId\n"
                + number()
                + ",c-78,"
                + me.email()
                + ",Sail maker,Nordwind,RECRUITER_SCREEN,2026-09-20,r-4\n")
        .post("/api/v1/boards/acme/rejections")
        .then()
        .statusCode(200);
  }

  private static void mappings(String mapping) {
    given()
        .auth()
        .oauth2(Stack.keycloak().token("board-admin"))
        .contentType("application/json")
        .body(mapping)
        .put("/api/v1/boards/acme/mappings")
        .then()
        .statusCode(200);
  }

  @Test
  void aRejectionThatDoesNotHoldIsNoDuplicate() {
    list(sample("standard-item", mine)
            .replace("2026-09-14", "2026-08-01")
            .replace("2026-10-01", "2026-09-01"))
        .body("accepted", equalTo(0))
        .body("duplicates", equalTo(0))
        .body("rejected.problem", contains("rejectedOn must not be before the application"));
  }

  /** As when both were looked for before either was there. */
  @Test
  void aRejectionThatComesWithTheStageChangeEndsIt() {
    UUID id = applications.application("acme", external);
    RejectionItem item =
        Objects.requireNonNull(
            items.readOne(0, sample("standard-item", mine).getBytes(UTF_8)).item());
    byte[] hash = Signatures.sha256(external.getBytes(UTF_8));
    Origin origin =
        new Origin("acme", "standard", new IdempotencyKey(UUID.randomUUID(), external), hash);

    Outcome outcome =
        newApplications
            .begin(
                origin,
                id,
                item.candidate().externalId(),
                List.of(item.candidate().email()),
                candidate -> rejections.report("acme", item, id, candidate))
            .await()
            .atMost(LIMIT);

    assertThat(outcome.kind()).isEqualTo(Outcome.Kind.APPLIED);
    stands("REJECTED");
  }

  /** As when the reopening came while the withdrawal was on its way, and found nothing. */
  @Test
  void aWithdrawalThatWasOvertakenOnItsWayIsTakenBack() {
    greenhouse("acme", GREENHOUSE, sample("greenhouse-they_rejected_us", mine)).statusCode(200);
    stands("WITHDRAWN");
    UUID id = applications.application("acme", external);
    Instant now = Instant.now();
    lastTold.tellReopened(at(now), id).await().atMost(LIMIT);

    Outcome withdrawn = Outcome.of(Outcome.Kind.NOT_REPORTED);
    dealtWith.note(at(now), id, withdrawn).await().atMost(LIMIT);
    stands("WITHDRAWN");

    dealtWith.note(at(now.minusSeconds(1)), id, withdrawn).await().atMost(LIMIT);
    stands("ACTIVE");
  }

  private static Origin at(Instant time) {
    IdempotencyKey key = new IdempotencyKey(UUID.randomUUID(), number());
    return new Origin("acme", "greenhouse", key, new byte[32], time, time);
  }

  private static RequestSpecification board() {
    return given()
        .auth()
        .oauth2(Stack.keycloak().clientToken("acme"))
        .header("Idempotency-Key", UUID.randomUUID().toString());
  }

  private static ValidatableResponse list(String item) {
    return board()
        .contentType("application/json")
        .body("[" + item + "]")
        .post("/api/v1/boards/acme/rejections")
        .then()
        .statusCode(200);
  }

  private void stands(String status) {
    Awaitility.await()
        .atMost(LIMIT)
        .untilAsserted(
            () -> as(me).get("/api/v1/applications").then().body("items.status", contains(status)));
  }
}
