package dev.rebound.application.boards.outgoing;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.application.Candidates;
import dev.rebound.application.boards.BoardSecrets;
import dev.rebound.events.FeedbackEvent.FeedbackReceived;
import dev.rebound.events.SpecificityLevel;
import dev.rebound.testkit.Stack;
import dev.rebound.testkit.StackTestResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class BoardWebhooksIT {

  private static final String ACME = "/api/v1/boards/acme/";
  private static final Duration LIMIT = Duration.ofSeconds(40);

  private final Receiver receiver = new Receiver();

  @Inject
  @SuppressWarnings("NullAway.Init")
  DueDeliveries deliveries;

  @Inject
  @SuppressWarnings("NullAway.Init")
  BoardSecrets secrets;

  @Inject
  @SuppressWarnings("NullAway.Init")
  WebhookCall call;

  @Inject
  @SuppressWarnings("NullAway.Init")
  Clock clock;

  @Inject
  @SuppressWarnings("NullAway.Init")
  MeterRegistry meters;

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void anAnswerIsToldOnceSignedLoggedAndReplayed() {
    Made made = subscribe("/told", "feedback.received");
    UUID event = UuidCreator.getTimeOrderedEpoch();
    FeedbackReceived answer = Answers.answer(SpecificityLevel.SPECIFIC);

    Answers.publish(event, answer, "acme");
    Answers.publish(event, answer, "acme");
    // Comes after both, so that a second telling of the first would have been seen.
    Answers.publish(UuidCreator.getTimeOrderedEpoch(), answer, "acme");

    eventually(() -> assertThat(receiver.calls("/told")).hasSize(2));
    Receiver.Call first = receiver.calls("/told").getFirst();
    assertThat(signedBy(made.secret(), first)).isTrue();
    assertThat(Instant.ofEpochSecond(Long.parseLong(first.timestamp())))
        .isBetween(Instant.now().minusSeconds(60), Instant.now());
    JsonPath body = JsonPath.from(first.body());
    assertThat(body.getString("type")).isEqualTo("feedback.received");
    assertThat(body.getString("data.requestId")).isEqualTo(answer.requestId().toString());
    assertThat(body.getString("data.level")).isEqualTo("SPECIFIC");
    assertThat(first.body())
        .doesNotContain(answer.candidateId().toString())
        .doesNotContain("ward");

    eventually(() ->
        assertThat(column(made, "status")).containsExactly("DELIVERED", "DELIVERED"));
    assertThat(column(made, "id")).contains(first.id());
    once("acme").post(ACME + "deliveries/" + first.id() + "/replay").then().statusCode(202);
    eventually(() ->
        assertThat(receiver.calls("/told").stream().filter(it -> it.id().equals(first.id())))
            .hasSize(2)
            .allMatch(it -> it.body().equals(first.body())));
  }

  @Test
  void whatIsNotAskedForOrAnotherBoardsIsNotTold() {
    subscribe("/generic", "feedback.generic");
    Made all = subscribe("/all", "feedback.generic", "feedback.received");
    tell(SpecificityLevel.SPECIFIC, "globex");
    tell(SpecificityLevel.SPECIFIC, "acme");
    tell(SpecificityLevel.GENERIC, "acme");

    eventually(() ->
        assertThat(column(all, "type"))
            .containsExactlyInAnyOrder(
                "feedback.received", "feedback.received", "feedback.generic"));
    eventually(() ->
        assertThat(receiver.calls("/generic").stream().map(it -> JsonPath.from(it.body())))
            .singleElement()
            .satisfies(it -> assertThat(it.getString("type")).isEqualTo("feedback.generic")));
  }

  @Test
  void whatWasNotTakenIsSentByWhoeverComesLater() {
    Made made = subscribe("/later", "feedback.received");
    receiver.answers("/later", 429, Map.of("Retry-After", "3600"));
    Instant begun = Instant.now();
    tell(SpecificityLevel.SPECIFIC, "acme");

    eventually(() -> assertThat(column(made, "lastStatus")).containsExactly(429));
    assertThat(column(made, "status").getFirst()).isEqualTo("PENDING");
    assertThat(Instant.parse(column(made, "dueAt").getFirst().toString())).isAfter(begun.plusSeconds(3600));

    receiver.answers("/later", 204, Map.of());
    Courier another =
        new Courier(
            deliveries, secrets, call, Clock.offset(clock, Duration.ofMinutes(70)), meters);
    another.round().await().atMost(LIMIT);

    eventually(() -> assertThat(column(made, "status")).containsExactly("DELIVERED"));
    assertThat(column(made, "attempts").getFirst()).isEqualTo(2);
    assertThat(receiver.calls("/later")).hasSize(2);
    assertThat(receiver.calls("/later").stream().map(Receiver.Call::id).distinct()).hasSize(1);
  }

  @Test
  void whoIsGoneIsToldNothingMore() {
    Made made = subscribe("/gone", "feedback.received");
    receiver.answers("/gone", 410, Map.of());
    tell(SpecificityLevel.SPECIFIC, "acme");

    eventually(() -> assertThat(column(made, "status")).containsExactly("FAILED"));
    eventually(() ->
        as("acme")
            .get(ACME + "subscriptions")
            .then()
            .body("items.find { it.id == '" + made.id() + "' }.disabledAt", notNullValue()));
    Object id = column(made, "id").getFirst();
    once("acme").post(ACME + "deliveries/" + id + "/replay").then().statusCode(404);
    Made witness = subscribe("/witness", "feedback.received");
    tell(SpecificityLevel.SPECIFIC, "acme");
    eventually(() -> assertThat(column(witness, "status")).containsExactly("DELIVERED"));
    assertThat(column(made, "id")).hasSize(1);
    assertThat(receiver.calls("/gone")).hasSize(1);
  }

  @Test
  void aRedirectIsNotFollowed() {
    Made made = subscribe("/moved", "feedback.received");
    receiver.answers("/moved", 307, Map.of("Location", receiver.url("/elsewhere")));
    tell(SpecificityLevel.SPECIFIC, "acme");

    eventually(() -> assertThat(column(made, "lastStatus")).containsExactly(307));
    assertThat(column(made, "status").getFirst()).isEqualTo("PENDING");
    assertThat(receiver.calls("/elsewhere")).isEmpty();
  }

  @Test
  void aSlowReceiverIsGivenUpAndKeepsNobodyWaiting() {
    Made slow = subscribe("/slow", "feedback.received");
    Made quick = subscribe("/quick", "feedback.received");
    receiver.answers("/slow", 0, Map.of());
    for (int i = 0; i < 6; i++) {
      tell(SpecificityLevel.SPECIFIC, "acme");
    }

    eventually(() -> assertThat(receiver.calls("/quick")).hasSize(6));
    assertThat(column(slow, "lastProblem")).doesNotContain("TIMEOUT");
    eventually(() -> assertThat(column(slow, "lastProblem")).contains("TIMEOUT"));
    assertThat(column(quick, "status")).containsOnly("DELIVERED");
  }

  @Test
  void duringARotationBothSecretsSign() {
    Made made = subscribe("/rotated", "feedback.received");
    String fresh =
        once("acme")
            .post(ACME + "subscriptions/" + made.id() + "/secret")
            .then()
            .statusCode(200)
            .body("formerUntil", notNullValue())
            .extract()
            .path("secret");
    tell(SpecificityLevel.SPECIFIC, "acme");

    eventually(() -> assertThat(receiver.calls("/rotated")).hasSize(1));
    Receiver.Call call = receiver.calls("/rotated").getFirst();
    assertThat(call.signature().split(" ")).hasSize(2);
    assertThat(signedBy(made.secret(), call)).isTrue();
    assertThat(signedBy(fresh, call)).isTrue();
  }

  @Test
  void aSecretIsShownOnceAndASubscriptionTakenAway() {
    Made made = subscribe("/once", "feedback.received");
    assertThat(made.secret()).startsWith("whsec_");
    as("acme")
        .get(ACME + "subscriptions")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(made.id()))
        .body("items.find { it.id == '" + made.id() + "' }.secret", equalTo(null));
    request(receiver.url("/once"), "feedback.received").then().statusCode(409);

    as("acme").delete(ACME + "subscriptions/" + made.id()).then().statusCode(204);
    as("acme").delete(ACME + "subscriptions/" + made.id()).then().statusCode(404);
    as("acme").get(ACME + "subscriptions").then().body("items.id", not(hasItem(made.id())));
  }

  @Test
  void anotherBoardSeesNothingOfIt() {
    Made made = subscribe("/own", "feedback.received");
    tell(SpecificityLevel.SPECIFIC, "acme");
    eventually(() -> assertThat(column(made, "id")).hasSize(1));
    String delivery = column(made, "id").getFirst().toString();
    String globex = "/api/v1/boards/globex/";

    as("globex").get(ACME + "subscriptions").then().statusCode(404);
    as("globex").get(ACME + "deliveries").then().statusCode(404);
    as("globex").delete(ACME + "subscriptions/" + made.id()).then().statusCode(404);
    as("globex").delete(globex + "subscriptions/" + made.id()).then().statusCode(404);
    once("globex").post(globex + "subscriptions/" + made.id() + "/secret").then().statusCode(404);
    once("globex").post(globex + "deliveries/" + delivery + "/replay").then().statusCode(404);
    as("globex").get(globex + "deliveries").then().body("items.id", not(hasItem(delivery)));
    Candidates.as(Candidates.fresh()).get(ACME + "subscriptions").then().statusCode(403);
  }

  @Test
  void theLogComesInParts() {
    Made made = subscribe("/parts", "feedback.received");
    for (int i = 0; i < 3; i++) {
      tell(SpecificityLevel.SPECIFIC, "acme");
    }
    eventually(() -> assertThat(column(made, "id")).hasSize(3));

    JsonPath first = as("acme").get(ACME + "deliveries?limit=2").jsonPath();
    JsonPath second =
        as("acme")
            .queryParam("cursor", first.getString("next"))
            .get(ACME + "deliveries?limit=2")
            .jsonPath();
    assertThat(ids(first)).hasSize(2).doesNotContainAnyElementsOf(ids(second));
    as("acme").get(ACME + "deliveries?cursor=bm9uZQ").then().statusCode(400);
  }

  /** n = 12. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://93.184.216.34/",
        "https://127.0.0.1/",
        "https://localhost/",
        "https://10.0.0.1/",
        "https://[::1]/",
        "https://[::ffff:8.8.8.8]/",
        "https://2130706433/",
        "ftp://93.184.216.34/",
        "https://user@93.184.216.34/",
        "text"
      })
  void addressesThatAreNotCalledAreRefused(String url) {
    request(url, "feedback.received")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations[0].field", equalTo("url"));
  }

  @Test
  void unknownTypesAreRefused() {
    request(receiver.url("/types"), "feedback.read")
        .then()
        .statusCode(400)
        .body("violations[0].message", startsWith("must be of feedback.requested"));
    request(receiver.url("/types")).then().statusCode(400);
  }

  /** A subscription as it was made. */
  private record Made(String id, String secret) {}

  private Made subscribe(String path, String... types) {
    JsonPath made =
        request(receiver.url(path), types).then().statusCode(201).extract().jsonPath();
    return new Made(made.getString("id"), made.getString("secret"));
  }

  private static io.restassured.response.Response request(String url, String... types) {
    return once("acme")
        .body(Map.of("url", url, "types", List.of(types)))
        .post(ACME + "subscriptions");
  }

  private static void tell(SpecificityLevel level, String board) {
    Answers.publish(UuidCreator.getTimeOrderedEpoch(), Answers.answer(level), board);
  }

  /** The log of one subscription, the newest first. */
  private static List<Map<String, Object>> log(Made made) {
    List<Map<String, Object>> all =
        as("acme").get(ACME + "deliveries?limit=200").jsonPath().getList("items");
    return all.stream().filter(it -> made.id().equals(it.get("subscription"))).toList();
  }

  private static List<Object> column(Made made, String name) {
    List<Object> values = new ArrayList<>();
    log(made).forEach(it -> values.add(it.get(name)));
    return values;
  }

  private static List<String> ids(JsonPath page) {
    return page.getList("items.id");
  }

  private static boolean signedBy(String secret, Receiver.Call call) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] signed =
          mac.doFinal((call.id() + "." + call.timestamp() + "." + call.body()).getBytes(UTF_8));
      String expected = "v1," + Base64.getEncoder().encodeToString(signed);
      return Arrays.asList(call.signature().split(" ")).contains(expected);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void eventually(org.awaitility.core.ThrowingRunnable assertion) {
    Awaitility.await().atMost(LIMIT).untilAsserted(assertion);
  }

  private static RequestSpecification as(String board) {
    return given()
        .auth()
        .oauth2(Stack.keycloak().clientToken(board))
        .contentType("application/json");
  }

  private static RequestSpecification once(String board) {
    return as(board).header("Idempotency-Key", UUID.randomUUID().toString());
  }
}
