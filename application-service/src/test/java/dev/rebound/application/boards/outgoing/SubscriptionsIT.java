package dev.rebound.application.boards.outgoing;

import static dev.rebound.application.boards.outgoing.Acme.ACME;
import static dev.rebound.application.boards.outgoing.Acme.LIMIT;
import static dev.rebound.application.boards.outgoing.Acme.as;
import static dev.rebound.application.boards.outgoing.Acme.column;
import static dev.rebound.application.boards.outgoing.Acme.eventually;
import static dev.rebound.application.boards.outgoing.Acme.once;
import static dev.rebound.application.boards.outgoing.Acme.request;
import static dev.rebound.application.boards.outgoing.Acme.signedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.application.Candidates;
import dev.rebound.application.boards.outgoing.Acme.Made;
import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import dev.rebound.events.SpecificityLevel;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Subscriptions, their secrets and their log, for the board they belong to. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class SubscriptionsIT {

  private final Receiver receiver = new Receiver();

  @Inject
  @SuppressWarnings("NullAway.Init")
  ScopedPool pool;

  @AfterEach
  void stop() {
    Acme.clear();
    receiver.close();
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

  /** The service may end between the work and the answer that is kept of it. */
  @Test
  void whoeverRepeatsARequestWhoseAnswerWasLostIsShownTheSameSecret() {
    String url = receiver.url("/lost");
    Supplier<JsonPath> subscribing =
        repeated(it ->
            it.body(Map.of("url", url, "types", List.of("feedback.received")))
                .post(ACME + "subscriptions")
                .then()
                .statusCode(201));
    JsonPath made = subscribing.get();
    forgetAnswers();
    assertThat(subscribing.get().<String, Object>getMap("")).isEqualTo(made.getMap(""));
    request(url, "feedback.received").then().statusCode(409);

    Supplier<JsonPath> rotating =
        repeated(it ->
            it.post(ACME + "subscriptions/" + made.getString("id") + "/secret")
                .then()
                .statusCode(200));
    JsonPath rotated = rotating.get();
    forgetAnswers();
    assertThat(rotating.get().<String, Object>getMap("")).isEqualTo(rotated.getMap(""));
    tell(SpecificityLevel.SPECIFIC, "acme");
    eventually(() -> assertThat(receiver.calls("/lost")).hasSize(1));
    Receiver.Call call = receiver.calls("/lost").getFirst();
    assertThat(signedBy(made.getString("secret"), call)).isTrue();
    assertThat(signedBy(rotated.getString("secret"), call)).isTrue();
  }

  /** Else a request that comes late would bring back a secret that has leaked. */
  @Test
  void aRequestThatComesAgainAfterAnotherChangesTheSecretOnceMore() {
    Made made = subscribe("/again", "feedback.received");
    Supplier<JsonPath> rotating =
        repeated(
            it -> it.post(ACME + "subscriptions/" + made.id() + "/secret").then().statusCode(200));
    String first = rotating.get().getString("secret");
    String second =
        once("acme")
            .post(ACME + "subscriptions/" + made.id() + "/secret")
            .then()
            .extract()
            .path("secret");
    forgetAnswers();
    String third = rotating.get().getString("secret");

    assertThat(List.of(made.secret(), first, second, third)).doesNotHaveDuplicates();
    tell(SpecificityLevel.SPECIFIC, "acme");
    eventually(() -> assertThat(receiver.calls("/again")).hasSize(1));
    Receiver.Call call = receiver.calls("/again").getFirst();
    assertThat(signedBy(second, call)).isTrue();
    assertThat(signedBy(third, call)).isTrue();
    assertThat(signedBy(first, call)).isFalse();
  }

  /** Sends a request each time it is asked, always under the same key. */
  private static Supplier<JsonPath> repeated(
      Function<RequestSpecification, ValidatableResponse> request) {
    String key = UUID.randomUUID().toString();
    return () -> request.apply(as("acme").header("Idempotency-Key", key)).extract().jsonPath();
  }

  private void forgetAnswers() {
    pool.query(Scope.ALL_BOARDS, "delete from idempotency", Tuple.tuple()).await().atMost(LIMIT);
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

  private static List<String> ids(JsonPath page) {
    return page.getList("items.id");
  }

  private Made subscribe(String path, String... types) {
    return Acme.subscribe(receiver.url(path), types);
  }

  private static void tell(SpecificityLevel level, String board) {
    Neighbours.answered(UuidCreator.getTimeOrderedEpoch(), Neighbours.answer(level), board);
  }
}
