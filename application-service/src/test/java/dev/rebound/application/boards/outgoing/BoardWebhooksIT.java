package dev.rebound.application.boards.outgoing;

import static dev.rebound.application.boards.outgoing.Acme.ACME;
import static dev.rebound.application.boards.outgoing.Acme.LIMIT;
import static dev.rebound.application.boards.outgoing.Acme.as;
import static dev.rebound.application.boards.outgoing.Acme.column;
import static dev.rebound.application.boards.outgoing.Acme.eventually;
import static dev.rebound.application.boards.outgoing.Acme.once;
import static dev.rebound.application.boards.outgoing.Acme.signedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.notNullValue;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.application.boards.BoardSecrets;
import dev.rebound.application.boards.outgoing.Acme.Made;
import dev.rebound.events.FeedbackEvent.FeedbackReceived;
import dev.rebound.events.SpecificityLevel;
import dev.rebound.testkit.StackTestResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

  private Made subscribe(String path, String... types) {
    return Acme.subscribe(receiver.url(path), types);
  }

  private static void tell(SpecificityLevel level, String board) {
    Neighbours.answered(UuidCreator.getTimeOrderedEpoch(), Neighbours.answer(level), board);
  }
}
