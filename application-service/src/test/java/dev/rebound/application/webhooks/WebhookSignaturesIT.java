package dev.rebound.application.webhooks;

import static dev.rebound.application.Candidates.as;
import static dev.rebound.application.Candidates.fresh;
import static dev.rebound.application.webhooks.Systems.ASHBY;
import static dev.rebound.application.webhooks.Systems.GREENHOUSE;
import static dev.rebound.application.webhooks.Systems.LEVER;
import static dev.rebound.application.webhooks.Systems.STANDARD;
import static dev.rebound.application.webhooks.Systems.ashby;
import static dev.rebound.application.webhooks.Systems.greenhouse;
import static dev.rebound.application.webhooks.Systems.hex;
import static dev.rebound.application.webhooks.Systems.lever;
import static dev.rebound.application.webhooks.Systems.leverBody;
import static dev.rebound.application.webhooks.Systems.number;
import static dev.rebound.application.webhooks.Systems.post;
import static dev.rebound.application.webhooks.Systems.sample;
import static dev.rebound.application.webhooks.Systems.setUp;
import static dev.rebound.application.webhooks.Systems.standard;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.containsString;

import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.testkit.Stack;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deliveries that are not what they seem have no effect, and repeats have one. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class WebhookSignaturesIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int REPEATS = 100;

  private final Candidate me = fresh();
  private final Map<String, String> mine =
      Map.of(
          "application", number(),
          "person", number(),
          "email", me.email(),
          "action", UUID.randomUUID().toString(),
          "type", "RejectedByOrg",
          "reason", "r-1");

  @Inject
  @SuppressWarnings("NullAway.Init")
  Pool pool;

  @BeforeEach
  void setUpAll() {
    setUp("acme", "greenhouse", GREENHOUSE).statusCode(200);
    setUp("acme", "ashby", ASHBY).statusCode(200);
    setUp("acme", "lever", LEVER).statusCode(200);
    setUp("acme", "standard", STANDARD).statusCode(200);
  }

  @Test
  void whatIsNotSignedAsItShouldBeHasNoEffect() {
    long before = events();
    String greenhouse = sample("greenhouse-reject_candidate", mine);
    String ashby = sample("ashby-rejected", mine);
    String item = sample("standard-item", mine);
    String respaced = greenhouse.replace(": ", ":");
    String foreign = "whsec_" + "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB";

    // 4 without a signature
    for (String provider : List.of("greenhouse", "ashby", "lever", "standard")) {
      post("acme", provider, Map.of(), greenhouse).statusCode(401);
    }
    // 5 that are no signature of these bytes, or none at all
    for (String bad :
        List.of(
            "sha256 " + hex(GREENHOUSE, greenhouse + " "),
            "sha256 ",
            "sha256",
            hex(GREENHOUSE, greenhouse),
            "sha1 " + hex(GREENHOUSE, greenhouse))) {
      post("acme", "greenhouse", Map.of("Signature", bad), greenhouse).statusCode(401);
    }
    // 1 whose JSON says the same in other bytes
    post(
            "acme",
            "greenhouse",
            Map.of("Signature", "sha256 " + hex(GREENHOUSE, greenhouse)),
            respaced)
        .statusCode(401);
    // 4 with a secret of somebody else's
    greenhouse("acme", ASHBY, greenhouse).statusCode(401);
    ashby("acme", GREENHOUSE, ashby).statusCode(401);
    lever("acme", GREENHOUSE, "lever-archived", Instant.now(), mine).statusCode(401);
    standard("acme", foreign, "msg_1", Instant.now(), item).statusCode(401);
    // 1 of a board that has not set it up, 1 of a board that is none
    greenhouse("initech", GREENHOUSE, greenhouse).statusCode(401);
    greenhouse("nobody", "0123456789abcdef", greenhouse).statusCode(401);
    // 4 from another time
    for (int seconds : List.of(-310, 310)) {
      Instant then = Instant.now().plusSeconds(seconds);
      lever("acme", LEVER, "lever-archived", then, mine).statusCode(401);
      standard("acme", STANDARD, "msg_" + seconds, then, item)
          .statusCode(401)
          .contentType("application/problem+json");
    }
    post("acme", "workday", Map.of(), greenhouse).statusCode(404);

    assertThat(events()).isEqualTo(before);
  }

  @Test
  void whatIsNearEnoughInTimeHolds() {
    for (int seconds : List.of(-290, 290)) {
      lever("acme", LEVER, "lever-test", Instant.now().plusSeconds(seconds), mine)
          .statusCode(200)
          .body("outcome", equalTo("PING"));
    }
  }

  @Test
  void aDeliveryThatComesAHundredTimesHasOneEffect() {
    String greenhouse = sample("greenhouse-reject_candidate", mine);
    String event =
        greenhouse("acme", GREENHOUSE, greenhouse)
            .statusCode(200)
            .extract()
            .header("Rebound-Event-Id");
    String reopening = leverBody(LEVER, "lever-unarchived", Instant.now(), mine);
    long before = events();

    for (int i = 1; i < REPEATS; i++) {
      greenhouse("acme", GREENHOUSE, greenhouse)
          .statusCode(200)
          .body("outcome", equalTo("REPEATED"));
    }
    // At the same time: each is answered that it was, or that the first has not ended.
    List<Integer> answers =
        IntStream.range(0, REPEATS)
            .parallel()
            .mapToObj(i -> post("acme", "lever", Map.of(), reopening).extract().statusCode())
            .toList();

    assertThat(answers).contains(200).isSubsetOf(200, 503);
    assertThat(events()).isEqualTo(before + 1);
    assertThat(event).isNotBlank();
  }

  @Test
  void theFormerSecretHoldsForADay() {
    String first = "first-" + UUID.randomUUID();
    String second = "second-" + UUID.randomUUID();
    String third = "third-" + UUID.randomUUID();
    String ping = sample("greenhouse-ping", mine);
    setUp("globex", "greenhouse", first).statusCode(200);
    greenhouse("globex", first, ping).statusCode(200);

    setUp("globex", "greenhouse", second)
        .statusCode(200)
        .body("items.provider", hasItem("greenhouse"))
        .body(not(containsString(second)));
    // Putting it once more ends nothing.
    setUp("globex", "greenhouse", second).statusCode(200);
    greenhouse("globex", first, ping).statusCode(200);
    greenhouse("globex", second, ping).statusCode(200);

    pool.query("update webhook_secret set former_until = now() where board = 'globex'")
        .execute()
        .await()
        .atMost(LIMIT);
    greenhouse("globex", first, ping).statusCode(401);
    greenhouse("globex", second, ping).statusCode(200);

    setUp("globex", "greenhouse", third).statusCode(200);
    greenhouse("globex", first, ping).statusCode(401);
    greenhouse("globex", second, ping).statusCode(200);
    greenhouse("globex", third, ping).statusCode(200);
    assertThat(
            pool.query("select string_agg(encode(sealed, 'escape'), ' ') as sealed from webhook_secret")
                .execute()
                .await()
                .atMost(LIMIT)
                .iterator()
                .next()
                .getString(0))
        .doesNotContain(third);
  }

  @Test
  void aSecretIsTheOwnBoardsAndHasAShape() {
    String path = "/api/v1/boards/acme/webhooks/greenhouse/secret";
    String body = "{\"secret\":\"0123456789abcdef\"}";
    given()
        .auth()
        .oauth2(Stack.keycloak().token("board-admin2"))
        .contentType("application/json")
        .body(body)
        .put(path)
        .then()
        .statusCode(404);
    given()
        .auth()
        .oauth2(Stack.keycloak().token("board-admin2"))
        .get("/api/v1/boards/acme/webhooks")
        .then()
        .statusCode(404);
    as(me).body(body).put(path).then().statusCode(403);
    setUp("acme", "greenhouse", "short").statusCode(400);
    setUp("acme", "standard", "0123456789abcdef").statusCode(400);
    setUp("acme", "workday", "0123456789abcdef").statusCode(404);
  }

  @Test
  void aDeliveryHasItsBound() {
    String large = "{\"action\":\"ping\",\"note\":\"" + "x".repeat(1_048_576) + "\"}";
    greenhouse("acme", GREENHOUSE, large).statusCode(413);
    String most = "{\"action\":\"ping\",\"note\":\"" + "x".repeat(1_000_000) + "\"}";
    greenhouse("acme", GREENHOUSE, most).statusCode(200).body("outcome", equalTo("PING"));
  }

  private long events() {
    return pool.query("select count(*) from event where board is not null")
        .execute()
        .await()
        .atMost(LIMIT)
        .iterator()
        .next()
        .getLong(0);
  }
}
