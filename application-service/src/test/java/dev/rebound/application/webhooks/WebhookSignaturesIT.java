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
import static dev.rebound.application.webhooks.Systems.standardHeaders;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.testkit.Stack;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
  ScopedPool pool;

  @Inject
  @SuppressWarnings("NullAway.Init")
  ReceivedNames names;

  @Inject
  @SuppressWarnings("NullAway.Init")
  LastTold lastTold;

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
    String signed = hex(GREENHOUSE, greenhouse);
    String foreign = "whsec_QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB";
    Instant now = Instant.now();
    List<ValidatableResponse> refused = new ArrayList<>();

    for (String provider : List.of("greenhouse", "ashby", "lever", "standard")) {
      refused.add(post("acme", provider, Map.of(), greenhouse));
    }
    for (String bad :
        List.of(
            "sha256 " + hex(GREENHOUSE, greenhouse + " "),
            "sha256 " + signed.substring(1),
            "sha256 " + signed + "00",
            "sha256 ",
            "sha256",
            signed,
            "sha256=" + signed,
            "sha1 " + signed)) {
      refused.add(post("acme", "greenhouse", Map.of("Signature", bad), greenhouse));
    }
    // The same JSON in other bytes, for each way to sign the body.
    refused.add(
        post(
            "acme",
            "greenhouse",
            Map.of("Signature", "sha256 " + signed),
            greenhouse.replace(": ", ":")));
    refused.add(
        post(
            "acme",
            "ashby",
            Map.of("Ashby-Signature", "sha256=" + hex(ASHBY, ashby)),
            ashby.replace(": ", ":")));
    refused.add(
        post(
            "acme",
            "standard",
            standardHeaders(STANDARD, "msg_respaced", now, item),
            item.replace(": ", ":")));
    // Another id than the one that is signed.
    Map<String, String> otherId = new HashMap<>(standardHeaders(STANDARD, "msg_signed", now, item));
    otherId.put("webhook-id", "msg_other");
    refused.add(post("acme", "standard", otherId, item));
    // With a secret of somebody else's.
    refused.add(greenhouse("acme", ASHBY, greenhouse));
    refused.add(ashby("acme", GREENHOUSE, ashby));
    refused.add(lever("acme", GREENHOUSE, "lever-archived", now, mine));
    refused.add(standard("acme", foreign, "msg_1", now, item));
    // Of a board that has set nothing up, and of one that is none.
    refused.add(greenhouse("initech", GREENHOUSE, greenhouse));
    refused.add(greenhouse("nobody", "0123456789abcdef", greenhouse));
    // From another time.
    for (int seconds : List.of(-86_400, -310, 310, 86_400)) {
      Instant then = now.plusSeconds(seconds);
      refused.add(lever("acme", LEVER, "lever-archived", then, mine));
      refused.add(standard("acme", STANDARD, "msg_" + seconds, then, item));
    }

    assertThat(refused).hasSize(30);
    refused.forEach(answer ->
        answer
            .statusCode(401)
            .contentType("application/problem+json")
            .header("Retry-After", nullValue()));
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
    String rejection = sample("greenhouse-reject_candidate", mine);
    greenhouse("acme", GREENHOUSE, rejection).statusCode(200).body("outcome", equalTo("APPLIED"));
    long before = events();

    for (int i = 1; i < REPEATS; i++) {
      greenhouse("acme", GREENHOUSE, rejection)
          .statusCode(200)
          .body("outcome", equalTo("REPEATED"));
    }

    assertThat(events()).isEqualTo(before);
  }

  /** Each is answered that it was dealt with, or that the first has not ended. */
  @Test
  void aHundredAtTheSameTimeHaveOneEffect() {
    greenhouse("acme", GREENHOUSE, sample("greenhouse-reject_candidate", mine)).statusCode(200);
    String taken = leverBody(LEVER, "lever-unarchived", Instant.now(), mine);
    String item =
        sample(
            "standard-item", Map.of("application", number(), "person", "p", "email", me.email()));
    String id = UUID.randomUUID().toString();
    Map<String, String> headers = standardHeaders(STANDARD, id, Instant.now(), item);
    long before = events();

    List<Integer> lever = together(() -> post("acme", "lever", Map.of(), taken));
    List<Integer> standard = together(() -> post("acme", "standard", headers, item));

    assertThat(lever).hasSize(REPEATS).contains(200).isSubsetOf(200, 503);
    assertThat(standard).hasSize(REPEATS).contains(200).isSubsetOf(200, 503);
    // Reopened; and submitted, its stage, rejected.
    assertThat(events()).isEqualTo(before + 1 + 3);
    post("acme", "lever", Map.of(), taken).statusCode(200).body("outcome", equalTo("REPEATED"));
    post("acme", "standard", headers, item).statusCode(200).body("outcome", equalTo("REPEATED"));
  }

  private static List<Integer> together(Supplier<ValidatableResponse> call) {
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Integer>> answers =
          IntStream.range(0, REPEATS)
              .mapToObj(
                  i -> CompletableFuture.supplyAsync(() -> call.get().extract().statusCode(), all))
              .toList();
      return answers.stream().map(CompletableFuture::join).toList();
    }
  }

  @Test
  void aRepeatIsKnownByItsIdAsWell() {
    String first = sample("greenhouse-reject_candidate", mine);
    String event = UUID.randomUUID().toString();
    greenhouse("acme", GREENHOUSE, event, first)
        .statusCode(200)
        .body("outcome", equalTo("APPLIED"));
    greenhouse("acme", GREENHOUSE, event, sample("greenhouse-unreject_candidate", mine))
        .statusCode(200)
        .body("outcome", equalTo("REPEATED"));
  }

  /** Where no time is signed, what was once recorded could come again at any time. */
  @Test
  void whatSignsNoTimeIsRememberedForAYear() {
    List<String> providers = List.of("greenhouse", "ashby", "lever", "standard");
    Map<String, String> left = new HashMap<>();
    for (String provider : providers) {
      for (int days : List.of(6, 8, 364, 366)) {
        names
            .note("days" + days + "-" + mine.get("action"), provider, List.of("one"))
            .await()
            .atMost(LIMIT);
      }
    }
    execute(
        "update webhook_received set received_at = now()"
            + " - substring(board from 'days(\\d{1,3})')::int * interval '1 day'"
            + " where board like 'days%"
            + mine.get("action")
            + "'");

    names.prune().await().atMost(LIMIT);

    for (Row row :
        execute(
            "select provider, string_agg(replace(board, '-"
                + mine.get("action")
                + "', ''), ' ' order by received_at desc) as kept from webhook_received"
                + " where board like 'days%' group by provider")) {
      left.put(row.getString("provider"), row.getString("kept"));
    }
    assertThat(left)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "greenhouse", "days6 days8 days364",
                "ashby", "days6 days8 days364",
                "lever", "days6",
                "standard", "days6"));
  }

  /** Lever signs the token and the time, and not the data. */
  @Test
  void aTokenOfLeversHoldsOnceWhateverCameOfIt() {
    String unknown = leverBody(LEVER, "lever-archived", Instant.now(), mine);
    post("acme", "lever", Map.of(), unknown)
        .statusCode(200)
        .body("outcome", equalTo("UNKNOWN_APPLICATION"));
    String test = leverBody(LEVER, "lever-test", Instant.now(), mine);
    post("acme", "lever", Map.of(), test).statusCode(200).body("outcome", equalTo("PING"));
    String other = leverBody(LEVER, "lever-applicationCreated", Instant.now(), mine);
    post("acme", "lever", Map.of(), other).statusCode(200).body("outcome", equalTo("IGNORED"));
    greenhouse("acme", GREENHOUSE, sample("greenhouse-reject_candidate", mine)).statusCode(200);
    long before = events();

    for (String signed :
        List.of(
            unknown.replace("\"toArchived\": {", "\"toArchived\": null, \"none\": {"),
            test.replace(
                "\"data\": {}",
                "\"data\": {\"opportunityId\": \"" + mine.get("application") + "\"}"),
            other.replace("applicationCreated", "candidateArchiveChange"))) {
      post("acme", "lever", Map.of(), signed).statusCode(200).body("outcome", equalTo("REPEATED"));
    }
    assertThat(events()).isEqualTo(before);
  }

  @Test
  void whenSomethingWasToldIsForgottenAfterAMonth() {
    String board = "told-" + mine.get("action");
    execute(
        "insert into board_report (board, application, told_at, noted_at)"
            + " select '"
            + board
            + "', gen_random_uuid(), now(), now() - days * interval '1 day'"
            + " from unnest(array[29, 31]) as days");

    lastTold.prune().await().atMost(LIMIT);

    assertThat(
            execute("select count(*) from board_report where board = '" + board + "'")
                .iterator()
                .next()
                .getLong(0))
        .isEqualTo(1);
  }

  @Test
  void aBoardWithoutANameIsUnknown() {
    for (String board : List.of("%20", "%20%20")) {
      given()
          .urlEncodingEnabled(false)
          .contentType("application/json")
          .body("{}")
          .post("/api/v1/boards/" + board + "/webhooks/greenhouse")
          .then()
          .statusCode(401)
          .contentType("application/problem+json");
    }
  }

  @Test
  void theFormerSecretHoldsForADay() {
    String first = "first-" + UUID.randomUUID();
    String second = "second-" + UUID.randomUUID();
    String third = "third-" + UUID.randomUUID();
    String ping = sample("greenhouse-ping", mine);
    admin("board-admin2").delete("/api/v1/boards/globex/webhooks/greenhouse/secret");
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

    // Set again before the vendor has the new one, as after a slip: all hold until their day.
    setUp("globex", "greenhouse", third).statusCode(200);
    greenhouse("globex", first, ping).statusCode(200);
    greenhouse("globex", second, ping).statusCode(200);
    greenhouse("globex", third, ping).statusCode(200);

    execute(
        "update webhook_secret set former_until = array[now() + interval '1 hour', now()]"
            + " where board = 'globex'");
    greenhouse("globex", second, ping).statusCode(200);
    greenhouse("globex", first, ping).statusCode(401);
    execute("update webhook_secret set former_until = array[now(), now()] where board = 'globex'");
    greenhouse("globex", second, ping).statusCode(401);
    greenhouse("globex", third, ping).statusCode(200);
    assertThat(
            execute("select string_agg(encode(sealed, 'escape'), ' ') from webhook_secret")
                .iterator()
                .next()
                .getString(0))
        .doesNotContain(third);
  }

  /** As of a vendor who makes one for each webhook. */
  @Test
  void secretsThatArePutTogetherHoldBesideEachOther() {
    String path = "/api/v1/boards/globex/webhooks/lever/secret";
    List<String> secrets =
        Stream.of("first-", "second-", "third-").map(it -> it + UUID.randomUUID()).toList();
    String three = "{\"secret\":\"%s\",\"further\":[\"%s\",\"%s\"]}".formatted(secrets.toArray());
    admin("board-admin2").body(three).put(path).then().statusCode(200);
    secrets.forEach(
        it -> lever("globex", it, "lever-archived", Instant.now(), mine).statusCode(200));

    // One less: it holds as a former one does, and ends with that.
    String two = "{\"secret\":\"%s\",\"further\":[\"%s\"]}".formatted(secrets.toArray());
    admin("board-admin2").body(two).put(path).then().statusCode(200);
    lever("globex", secrets.get(2), "lever-archived", Instant.now(), mine).statusCode(200);
    execute(
        "update webhook_secret set former_until = array_fill(now(), array[cardinality(former)])"
            + " where board = 'globex' and provider = 'lever'");
    lever("globex", secrets.get(2), "lever-archived", Instant.now(), mine).statusCode(401);
    lever("globex", secrets.get(1), "lever-archived", Instant.now(), mine).statusCode(200);

    String bad = "{\"secret\":\"0123456789abcdef\",\"further\":[%s]}";
    for (String further :
        List.of(
            "\"short\"",
            "null",
            "\"0123456789\\nabcdef\"",
            String.join(",", Collections.nCopies(8, "\"0123456789abcdef\"")))) {
      admin("board-admin2").body(bad.formatted(further)).put(path).then().statusCode(400);
    }
    String standard = "/api/v1/boards/globex/webhooks/standard/secret";
    admin("board-admin2")
        .body("{\"secret\":\"%s\",\"further\":[\"0123456789abcdef\"]}".formatted(STANDARD))
        .put(standard)
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("further[0]"));
  }

  @Test
  void aSecretThatOthersKnowEndsAtOnce() {
    String path = "/api/v1/boards/globex/webhooks/ashby/secret";
    String known = "known-" + UUID.randomUUID();
    String ping = sample("ashby-ping", mine);
    setUp("globex", "ashby", known).statusCode(200);
    ashby("globex", known, ping).statusCode(200);

    as(me).delete(path).then().statusCode(403);
    admin("board-admin").delete(path).then().statusCode(404);
    admin("board-admin2").delete(path).then().statusCode(204);

    ashby("globex", known, ping).statusCode(401);
    admin("board-admin2").delete(path).then().statusCode(204);
    setUp("globex", "ashby", "next-" + known).statusCode(200);
    ashby("globex", known, ping).statusCode(401);
  }

  @Test
  void aSecretIsTheOwnBoardsAndHasAShape() {
    String path = "/api/v1/boards/acme/webhooks/greenhouse/secret";
    String body = "{\"secret\":\"0123456789abcdef\"}";
    admin("board-admin2").body(body).put(path).then().statusCode(404);
    admin("board-admin2").get("/api/v1/boards/acme/webhooks").then().statusCode(404);
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

  private static RequestSpecification admin(String user) {
    return given().auth().oauth2(Stack.keycloak().token(user)).contentType("application/json");
  }

  private RowSet<Row> execute(String sql) {
    return pool.query(Scope.ALL_BOARDS, sql, Tuple.tuple()).await().atMost(LIMIT);
  }

  private long events() {
    return execute("select count(*) from event where board is not null")
        .iterator()
        .next()
        .getLong(0);
  }
}
