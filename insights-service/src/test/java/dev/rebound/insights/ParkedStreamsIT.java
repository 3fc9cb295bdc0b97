package dev.rebound.insights;

import static dev.rebound.events.StageKind.FINAL_INTERVIEW;
import static dev.rebound.events.StageKind.TECHNICAL_INTERVIEW;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.postgres.EventCodec;
import dev.rebound.testkit.Stack;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An operator sees what is parked, and has it released, over HTTP. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@QuarkusTestResource(TopicsTestResource.class)
@SuppressWarnings("NullAway.Init") // What the test framework sets.
class ParkedStreamsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String PARKED = "/api/v1/operations/parked-streams";
  private static final LocalDate DAY = LocalDate.of(2026, 7, 14);

  @Inject EventCodec codec;
  @Inject Stumbling stumbling;

  @Test
  void what_was_held_back_arrives_in_order_once_it_is_released() {
    Signed candidate = new Signed();
    List<StoredEvent> events =
        candidate
            .history()
            .applied("Pilot", DAY.minusDays(30))
            .reached("Pilot", TECHNICAL_INTERVIEW, DAY.minusDays(9))
            .reached("Pilot", FINAL_INTERVIEW, DAY.minusDays(4))
            .rejected("Pilot", FINAL_INTERVIEW, DAY, "We went with somebody else.")
            .events();
    String stream = events.getFirst().stream().toString();
    stumbling.failOn(events.get(1).id());
    try (Published published = new Published(codec, Stack.kafka().bootstrapServers())) {
      published.publish(events);
    }
    awaited(() ->
        parked()
            .body("items.stream", contains(stream))
            .body("items[0].handler", is("stumbling"))
            .body("items[0].reason", is("HANDLER_FAILED"))
            .body("items[0].since", notNullValue())
            .body("items[0].releaseAskedAt", nullValue())
            .body("next", nullValue()));
    assertThat(stumbling.seenOf(candidate.subject())).containsExactly(events.getFirst().id());
    assertThat(Figures.now().sum("rebound_dead_letters_total{reason=\"HANDLER_FAILED\""))
        .isPositive();
    awaited(() ->
        assertThat(Figures.now().sum("rebound_parked_streams{handler=\"stumbling\""))
            .isEqualTo(1.0));

    stumbling.mend();
    release("{\"handler\":\"stumbling\",\"streams\":[\"" + stream + "\"]}")
        .statusCode(202)
        .body("streams", is(1));

    awaited(() -> parked().body("items", is(empty())));
    assertThat(stumbling.seenOf(candidate.subject()))
        .isEqualTo(events.stream().map(StoredEvent::id).toList());
    release("{\"handler\":\"stumbling\"}").statusCode(202).body("streams", is(0));
  }

  @Test
  void what_makes_no_sense_is_refused() {
    release("{\"handler\":\"nobody\"}").statusCode(400).body("violations[0].field", is("handler"));
    release("{}").statusCode(400);
    release("{\"handler\":\"stumbling\",\"streams\":[]}").statusCode(400);
    operator().get(PARKED + "?handler=nobody").then().statusCode(400);
    operator().get(PARKED + "?cursor=nonsense").then().statusCode(400);
    operator().get(PARKED + "?limit=0").then().statusCode(400);
  }

  private static void awaited(Runnable assertion) {
    await().atMost(PATIENCE).untilAsserted(assertion::run);
  }

  private static ValidatableResponse parked() {
    return operator().get(PARKED + "?handler=stumbling").then().statusCode(200);
  }

  private static ValidatableResponse release(String body) {
    return operator().contentType("application/json").body(body).post(PARKED + "/release").then();
  }

  private static RequestSpecification operator() {
    return given().auth().oauth2(Stack.keycloak().token("operator"));
  }
}
