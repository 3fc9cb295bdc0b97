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
import static org.hamcrest.Matchers.emptyIterable;
import static org.hamcrest.Matchers.equalTo;

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
import jakarta.inject.Inject;
import java.time.Duration;
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

  private static ValidatableResponse list(String item) {
    return given()
        .auth()
        .oauth2(Stack.keycloak().clientToken("acme"))
        .contentType("application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
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
