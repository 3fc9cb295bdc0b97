package dev.rebound.application.boards.outgoing;

import static dev.rebound.application.boards.outgoing.Acme.ACME;
import static dev.rebound.application.boards.outgoing.Acme.LIMIT;
import static dev.rebound.application.boards.outgoing.Acme.as;
import static dev.rebound.application.boards.outgoing.Acme.column;
import static dev.rebound.application.boards.outgoing.Acme.eventually;
import static dev.rebound.application.boards.outgoing.Acme.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.application.boards.outgoing.Acme.Made;
import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import dev.rebound.events.SpecificityLevel;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a board looks for in its log, has sent again, and takes away. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class DeliveryLogIT {

  private static final String HOLD = "select 1 from board_subscription where id = $1 for key share";

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
  void whatFailedIsFoundAndSentAgainTogether() {
    Instant begun = Instant.now().minusSeconds(60);
    Made missed = threeFail("/missed");
    replay("acme", missed, begun).statusCode(409);
    receiver.answers("/missed", 204, Map.of());
    Acme.subscribe(receiver.url("/missed"), "feedback.received");

    replay("acme", missed, Instant.now().plusSeconds(3600))
        .statusCode(200)
        .body("replayed", equalTo(0));
    replay("globex", missed, begun).statusCode(404);
    once("acme")
        .body("{}")
        .post(ACME + "subscriptions/" + missed.id() + "/replay")
        .then()
        .statusCode(400);
    assertThat(column(missed, "status")).hasSize(3).containsOnly("FAILED");

    replay("acme", missed, begun).statusCode(200).body("replayed", equalTo(3));
    eventually(() -> assertThat(column(missed, "status")).hasSize(3).containsOnly("DELIVERED"));
    assertThat(column(missed, "attempts")).containsOnly(1);
    replay("acme", missed, begun).statusCode(200).body("replayed", equalTo(0));
  }

  @Test
  void theLogIsNarrowed() {
    Made taken = Acme.subscribe(receiver.url("/taken"), "feedback.received");
    Made missed = threeFail("/narrow");
    eventually(() -> assertThat(column(taken, "status")).hasSize(3).containsOnly("DELIVERED"));

    assertThat(found("subscription=" + taken.id(), "subscription"))
        .hasSize(3)
        .containsOnly(taken.id());
    assertThat(found("status=FAILED", "status"))
        .hasSizeGreaterThanOrEqualTo(3)
        .containsOnly("FAILED");
    assertThat(found("status=FAILED&subscription=" + missed.id(), "id")).hasSize(3);
    assertThat(found("status=DELIVERED&subscription=" + missed.id(), "id")).isEmpty();
    as("acme").get(ACME + "deliveries?status=LOST").then().statusCode(400);
    as("acme").get(ACME + "deliveries?subscription=none").then().statusCode(400);
  }

  @Test
  void theLogGoesBeforeItsSubscription() {
    Made made = Acme.subscribe(receiver.url("/long"), "feedback.received");
    tell();
    eventually(() -> assertThat(column(made, "status")).containsExactly("DELIVERED"));
    CompletableFuture<Boolean> held = new CompletableFuture<>();
    CompletableFuture<Boolean> written = new CompletableFuture<>();
    // Holds the subscription as one who writes a delivery down does.
    CompletableFuture<Boolean> writer =
        pool.transaction(
                Scope.ALL_BOARDS,
                transaction ->
                    transaction
                        .preparedQuery(HOLD)
                        .execute(Tuple.of(UUID.fromString(made.id())))
                        .invoke(() -> held.complete(true))
                        .chain(() -> Uni.createFrom().completionStage(written)))
            .subscribeAsCompletionStage();
    assertThat(held).succeedsWithin(LIMIT);

    CompletableFuture<Integer> removed =
        CompletableFuture.supplyAsync(
            () -> as("acme").delete(ACME + "subscriptions/" + made.id()).statusCode());
    try {
      eventually(() -> assertThat(column(made, "id")).isEmpty());
      assertThat(removed).isNotDone();
    } finally {
      written.complete(true);
    }
    assertThat(writer).succeedsWithin(LIMIT);
    assertThat(removed).succeedsWithin(LIMIT).isEqualTo(204);
  }

  /** A receiver that is busy for two and gone at the third, with which the two have failed too. */
  private Made threeFail(String path) {
    Made made = Acme.subscribe(receiver.url(path), "feedback.received");
    receiver.answers(path, 503, Map.of("Retry-After", "3600"));
    tell();
    tell();
    eventually(() -> assertThat(column(made, "lastStatus")).containsExactly(503, 503));
    receiver.answers(path, 410, Map.of());
    tell();
    eventually(() -> assertThat(column(made, "status")).hasSize(3).containsOnly("FAILED"));
    return made;
  }

  private static ValidatableResponse replay(String board, Made made, Instant since) {
    return once(board)
        .body(Map.of("since", since.toString()))
        .post("/api/v1/boards/" + board + "/subscriptions/" + made.id() + "/replay")
        .then();
  }

  private static List<Object> found(String query, String name) {
    return as("acme")
        .get(ACME + "deliveries?limit=200&" + query)
        .jsonPath()
        .getList("items." + name);
  }

  private static void tell() {
    Neighbours.answered(
        UuidCreator.getTimeOrderedEpoch(), Neighbours.answer(SpecificityLevel.SPECIFIC), "acme");
  }
}
