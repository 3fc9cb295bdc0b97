package dev.rebound.application.webhooks;

import static dev.rebound.application.Candidates.as;
import static dev.rebound.application.webhooks.CandidatesSide.applied;
import static dev.rebound.application.webhooks.CandidatesSide.kept;
import static dev.rebound.application.webhooks.CandidatesSide.mappings;
import static dev.rebound.application.webhooks.Systems.STANDARD;
import static dev.rebound.application.webhooks.Systems.sample;
import static dev.rebound.application.webhooks.Systems.setUp;
import static dev.rebound.application.webhooks.Systems.standard;
import static org.hamcrest.Matchers.emptyIterable;
import static org.hamcrest.Matchers.equalTo;

import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a system of the board's own sends, at the candidate's side. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class StandardWebhooksIT {

  private final CandidatesSide side = new CandidatesSide();
  private final Candidate me = side.candidate();
  private final Map<String, String> mine = side.values();

  @BeforeEach
  void setUpAndSignIn() {
    setUp("acme", "standard", STANDARD).statusCode(200);
    side.signIn();
  }

  /** By whatever way it is told. */
  @Test
  void aReasonThatIsMappedIsNoRejection() {
    String item = sample("standard-item", mine);
    mappings("{\"reasons\":{\"r-4\":\"WITHDRAWN\"}}").statusCode(200);
    try {
      kept(send(item));
      as(me).get("/api/v1/applications").then().body("items", emptyIterable());
      mappings("{\"reasons\":{\"experience\":\"HIRED\"}}").statusCode(200);
      send(item).statusCode(200).body("outcome", equalTo("IGNORED"));

      mappings("{}").statusCode(200);
      side.theOnlyOne(applied(send(item)), "REJECTED");
      mappings("{\"reasons\":{\"r-4\":\"WITHDRAWN\"}}").statusCode(200);
      side.theOnlyOne(applied(send(item)), "WITHDRAWN");
    } finally {
      mappings("{}").statusCode(200);
    }
  }

  @Test
  void aCloudEventCarriesAnItem() {
    String body = sample("standard-cloudevent", mine);
    String event = applied(send(body));
    side.theOnlyOne(event, "REJECTED");
    send(body.replace(me.email(), "nobody"))
        .statusCode(200)
        .body("outcome", equalTo("UNUSABLE"))
        .body("problem", equalTo("candidate.email must be an e-mail address"));
  }

  @Test
  void aTestCallIsAnswered() {
    send(sample("standard-ping", mine)).statusCode(200).body("outcome", equalTo("PING"));
  }

  private static ValidatableResponse send(String body) {
    return standard("acme", STANDARD, UUID.randomUUID().toString(), Instant.now(), body);
  }
}
