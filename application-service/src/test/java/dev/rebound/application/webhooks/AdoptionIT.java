package dev.rebound.application.webhooks;

import static dev.rebound.application.Candidates.as;
import static dev.rebound.application.Candidates.fresh;
import static dev.rebound.application.webhooks.Systems.GREENHOUSE;
import static dev.rebound.application.webhooks.Systems.greenhouse;
import static dev.rebound.application.webhooks.Systems.number;
import static dev.rebound.application.webhooks.Systems.sample;
import static dev.rebound.application.webhooks.Systems.setUp;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.testkit.Stack;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waited for an address becomes the candidate's who signs in with it. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class AdoptionIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Candidate me = fresh();

  @Inject
  @SuppressWarnings("NullAway.Init")
  Pool pool;

  @BeforeEach
  void setUpBoards() {
    setUp("acme", "greenhouse", GREENHOUSE).statusCode(200);
    setUp("globex", "greenhouse", GREENHOUSE).statusCode(200);
  }

  @Test
  void rejectionsOfTwoBoardsMeetInOneCandidate() {
    Map<String, String> values =
        Map.of("application", number(), "person", number(), "email", me.email());
    String rejection = sample("greenhouse-reject_candidate", values);
    // The same ids with both boards, which know nothing of each other.
    greenhouse("acme", GREENHOUSE, rejection).statusCode(200).body("outcome", equalTo("APPLIED"));
    greenhouse("globex", GREENHOUSE, rejection).statusCode(200).body("outcome", equalTo("APPLIED"));
    given()
        .auth()
        .oauth2(Stack.keycloak().clientToken("acme"))
        .contentType("application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body("[" + sample("standard-item", Map.of("application", number(), "person", "p", "email", me.email())) + "]")
        .post("/api/v1/boards/acme/rejections")
        .then()
        .body("accepted", equalTo(1));

    Awaitility.await()
        .atMost(LIMIT)
        .untilAsserted(() ->
            as(me)
                .get("/api/v1/applications")
                .then()
                .statusCode(200)
                .body("items.board", containsInAnyOrder("acme", "acme", "globex"))
                .body("items.status", containsInAnyOrder("REJECTED", "REJECTED", "REJECTED")));

    // What comes later goes to the candidate's own, and the other board's stays as it is.
    greenhouse("acme", GREENHOUSE, sample("greenhouse-unreject_candidate", values))
        .statusCode(200)
        .body("outcome", equalTo("APPLIED"));
    Awaitility.await()
        .atMost(LIMIT)
        .untilAsserted(() ->
            as(me)
                .queryParam("status", "ACTIVE")
                .get("/api/v1/applications")
                .then()
                .body("items.board", contains("acme")));
    greenhouse("globex", GREENHOUSE, rejection).body("outcome", equalTo("REPEATED"));
    assertThat(ofCandidate())
        .containsExactlyInAnyOrder(
            "acme rebound.ApplicationSubmitted.v1",
            "acme rebound.StageReached.v1",
            "acme rebound.ApplicationRejected.v1",
            "acme rebound.ApplicationReopened.v1",
            "acme rebound.ApplicationSubmitted.v1",
            "acme rebound.StageReached.v1",
            "acme rebound.ApplicationRejected.v1",
            "globex rebound.ApplicationSubmitted.v1",
            "globex rebound.StageReached.v1",
            "globex rebound.ApplicationRejected.v1");
  }

  /** Three were adopted, one of them reopened since. */
  private List<String> ofCandidate() {
    List<String> events = new ArrayList<>();
    for (Row row :
        pool.preparedQuery("select board || ' ' || type as what from event where candidate = $1")
            .execute(Tuple.of(UUID.fromString(me.subject())))
            .await()
            .atMost(LIMIT)) {
      events.add(row.getString("what"));
    }
    return events;
  }
}
