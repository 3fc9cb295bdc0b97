package dev.rebound.application.boards.outgoing;

import static dev.rebound.application.boards.outgoing.Acme.ACME;
import static dev.rebound.application.boards.outgoing.Acme.LIMIT;
import static dev.rebound.application.boards.outgoing.Acme.as;
import static dev.rebound.application.boards.outgoing.Acme.column;
import static dev.rebound.application.boards.outgoing.Acme.eventually;
import static dev.rebound.application.boards.outgoing.Acme.once;
import static dev.rebound.application.boards.outgoing.Acme.signedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.notNullValue;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.application.boards.BoardSecrets;
import dev.rebound.application.boards.outgoing.Acme.Made;
import dev.rebound.application.boards.outgoing.DueDeliveries.Claimed;
import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import dev.rebound.events.FeedbackEvent.FeedbackReceived;
import dev.rebound.events.SpecificityLevel;
import dev.rebound.testkit.StackTestResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What boards are told, and what becomes of it where it is not taken. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class BoardWebhooksIT {

  private final Receiver receiver = new Receiver();

  @Inject
  @SuppressWarnings("NullAway.Init")
  DueDeliveries deliveries;

  @Inject
  @SuppressWarnings("NullAway.Init")
  ScopedPool pool;

  @Inject
  @SuppressWarnings("NullAway.Init")
  DeliveryBodies bodies;

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
    Acme.clear();
    receiver.close();
  }

  @Test
  void anAnswerIsToldOnceSignedLoggedAndReplayed() {
    Made made = subscribe("/told", "feedback.received");
    UUID event = UuidCreator.getTimeOrderedEpoch();
    FeedbackReceived answer = Neighbours.answer(SpecificityLevel.SPECIFIC);
    FeedbackReceived another = Neighbours.answer(SpecificityLevel.SPECIFIC, answer.candidateId());

    Neighbours.answered(event, answer, "acme");
    Neighbours.answered(event, answer, "acme");
    // Comes after both, so that a second telling of the first would have been seen.
    Neighbours.answered(UuidCreator.getTimeOrderedEpoch(), another, "acme");

    eventually(() -> assertThat(receiver.calls("/told")).hasSize(2));
    String request = String.valueOf(answer.requestId());
    Receiver.Call first =
        receiver.calls("/told").stream().filter(it -> it.body().contains(request)).findAny().get();
    assertThat(signedBy(made.secret(), first)).isTrue();
    assertThat(Instant.ofEpochSecond(Long.parseLong(first.timestamp())))
        .isBetween(Instant.now().minusSeconds(60), Instant.now());
    JsonPath body = JsonPath.from(first.body());
    assertThat(body.getString("type")).isEqualTo("feedback.received");
    assertThat(body.getString("data.level")).isEqualTo("SPECIFIC");
    assertThat(column(made, "body")).contains(first.body());
    assertThat(first.body()).doesNotContain(answer.candidateId().toString()).doesNotContain("ward");

    eventually(() -> assertThat(column(made, "status")).containsExactly("DELIVERED", "DELIVERED"));
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
    assertThat(Instant.parse(column(made, "dueAt").getFirst().toString()))
        .isAfter(begun.plusSeconds(3600));

    receiver.answers("/later", 204, Map.of());
    Courier another =
        new Courier(
            deliveries, bodies, secrets, call, Clock.offset(clock, Duration.ofMinutes(70)), meters);
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
    once("acme").post(ACME + "deliveries/" + id + "/replay").then().statusCode(409);
    once("globex")
        .post("/api/v1/boards/globex/deliveries/" + id + "/replay")
        .then()
        .statusCode(404);
    Made witness = subscribe("/witness", "feedback.received");
    tell(SpecificityLevel.SPECIFIC, "acme");
    eventually(() -> assertThat(column(witness, "status")).containsExactly("DELIVERED"));
    assertThat(column(made, "id")).hasSize(1);
    assertThat(receiver.calls("/gone")).hasSize(1);
  }

  @Test
  void whoIsThereAgainIsToldWhatWasMissed() {
    Made gone = subscribe("/back", "feedback.received");
    receiver.answers("/back", 410, Map.of());
    tell(SpecificityLevel.SPECIFIC, "acme");
    eventually(() ->
        as("acme")
            .get(ACME + "subscriptions")
            .then()
            .body("items.find { it.id == '" + gone.id() + "' }.disabledAt", notNullValue()));
    receiver.answers("/back", 204, Map.of());

    Made back = subscribe("/back", "feedback.received", "feedback.requested");

    assertThat(back.id()).isEqualTo(gone.id());
    Object missed = column(back, "id").getFirst();
    once("acme").post(ACME + "deliveries/" + missed + "/replay").then().statusCode(202);
    eventually(() -> assertThat(column(back, "status")).containsExactly("DELIVERED"));
    Receiver.Call call = receiver.calls("/back").getLast();
    assertThat(signedBy(back.secret(), call)).isTrue();
    assertThat(signedBy(gone.secret(), call)).isFalse();
    as("acme")
        .get(ACME + "subscriptions")
        .then()
        .body(
            "items.find { it.id == '" + gone.id() + "' }.types",
            contains("feedback.received", "feedback.requested"));
    Acme.request(receiver.url("/back"), "feedback.received").then().statusCode(409);
  }

  @Test
  void aSubscriptionAndABoardHaveEachTheirShareOfCalls() {
    List<Made> all = new ArrayList<>();
    for (String path : List.of("/one", "/two", "/three")) {
      receiver.answers(path, 429, Map.of("Retry-After", "36000"));
      all.add(subscribe(path, "feedback.received"));
    }
    for (int i = 0; i < 5; i++) {
      tell(SpecificityLevel.SPECIFIC, "acme");
    }
    for (Made made : all) {
      eventually(() -> assertThat(column(made, "lastStatus")).hasSize(5).containsOnly(429));
    }
    List<UUID> ids = all.stream().map(made -> UUID.fromString(made.id())).toList();
    Instant later = Instant.now().plus(Duration.ofDays(1));
    UUID oldest = UUID.fromString(column(all.getLast(), "id").getFirst().toString());
    pool.query(
            Scope.ALL_BOARDS,
            "update board_delivery set due_at = due_at - interval '1 hour' where id = $1",
            Tuple.of(oldest))
        .await()
        .atMost(LIMIT);

    assertThat(claim(later, Map.of(), 1)).extracting(Claimed::id).containsExactly(oldest);
    List<Claimed> most = claim(later.plusSeconds(600), Map.of(), 64);
    assertThat(most).hasSize(8);
    for (UUID id : ids) {
      assertThat(most.stream().filter(it -> it.subscription().equals(id))).hasSizeLessThan(5);
    }
    assertThat(claim(later.plusSeconds(1200), Map.of(ids.get(0), 3, ids.get(1), 4), 64))
        .singleElement()
        .satisfies(it -> assertThat(it.subscription()).isNotEqualTo(ids.get(1)));
    assertThat(
            claim(later.plusSeconds(1800), Map.of(ids.get(0), 3), 64).stream()
                .filter(it -> it.subscription().equals(ids.get(0))))
        .hasSizeLessThan(2);
  }

  private List<Claimed> claim(Instant at, Map<UUID, Integer> underWay, int most) {
    return deliveries.claim(at, underWay, most).await().atMost(LIMIT);
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

  private Made subscribe(String path, String... types) {
    return Acme.subscribe(receiver.url(path), types);
  }

  private static void tell(SpecificityLevel level, String board) {
    Neighbours.answered(UuidCreator.getTimeOrderedEpoch(), Neighbours.answer(level), board);
  }
}
