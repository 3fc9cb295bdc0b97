package dev.rebound.insights;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.events.ApplicationEvent.ApplicationSubmitted;
import dev.rebound.events.ApplicationEvent.ConsentChanged;
import dev.rebound.events.Posting;
import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.EventCodec;
import dev.rebound.sealing.KeyRing;
import dev.rebound.sealing.Withdrawals;
import dev.rebound.testkit.Stack;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A board asks about its candidate, who consents, or does not. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@QuarkusTestResource(TopicsTestResource.class)
@SuppressWarnings("NullAway.Init") // What the test framework sets.
class BoardMatchesIT {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final String POSTINGS =
      """
      {"postings":[{"title":"Pilot, night shifts","company":"Harbour"},
                   {"title":"Pilot","company":"Harbour"}]}
      """;

  @Inject EventCodec codec;
  @Inject KeyRing keys;
  @Inject ScopedPool pool;
  @Inject Withdrawals withdrawals;

  private final Signed candidate = new Signed();
  private final String external = "c-" + UUID.randomUUID();
  private Published published;

  @BeforeEach
  void connect() {
    published = new Published(codec, Stack.kafka().bootstrapServers());
    candidate
        .send("PUT", "search-profile", "{\"excludedTerms\":[\"night shifts\"]}")
        .statusCode(200);
  }

  @AfterEach
  void disconnect() {
    published.close();
  }

  @Test
  void withConsentOnlyAndNoLonger() {
    UUID subject = candidate.subject();
    submitted("acme", external);
    consent(1, "globex", true);
    ask("acme", "acme", external).statusCode(404);

    consent(2, "acme", true);
    eventually(() ->
        ask("acme", "acme", external)
            .statusCode(200)
            .body("size()", is(2))
            .body("[0].verdict", is("SKIP"))
            .body("[1].verdict", is("KEEP")));
    candidate
        .get("me/data")
        .statusCode(200)
        .body("insights.boards.find { it.board == 'acme' }.reported", is(true))
        .body("insights.boards.find { it.board == 'acme' }.shareSearch", is(true))
        .body("insights.boards.find { it.board == 'globex' }.reported", is(false));
    // Globex has the consent and not the candidate; an id of ours is no board's.
    ask("globex", "globex", external).statusCode(404);
    ask("globex", "acme", external).statusCode(404);
    ask("acme", "acme", "c-unknown").statusCode(404);
    ask("acme", "acme", subject.toString()).statusCode(404);

    consent(3, "acme", false);
    eventually(() -> ask("acme", "acme", external).statusCode(404));
  }

  @Test
  void notOnceItIsTakenBackWhereverTheEventIs() {
    submitted("acme", external);
    consent(1, "acme", true);
    eventually(() -> ask("acme", "acme", external).statusCode(200));

    withdrawals.note(candidate.subject(), "acme", false, 2).await().atMost(LIMIT);
    ask("acme", "acme", external).statusCode(404);

    // The event of the consent that was taken back comes late.
    withdrawals.note(candidate.subject(), "acme", true, 1).await().atMost(LIMIT);
    ask("acme", "acme", external).statusCode(404);

    withdrawals.note(candidate.subject(), "acme", true, 3).await().atMost(LIMIT);
    ask("acme", "acme", external).statusCode(200);
    withdrawals.note(candidate.subject(), "acme", false, 2).await().atMost(LIMIT);
    ask("acme", "acme", external).statusCode(200);
  }

  @Test
  void ofWhoeverIsErasedNothingIsLeft() {
    submitted("acme", external);
    consent(1, "acme", true);
    eventually(() -> ask("acme", "acme", external).statusCode(200));

    keys.erase(candidate.subject()).await().atMost(LIMIT);

    eventually(() -> ask("acme", "acme", external).statusCode(404));
    eventually(() -> assertThat(rows("board_candidate") + rows("board_consent")).isZero());
  }

  /** As many as fit into 1 MB; no other route takes more than 64 kB. */
  @Test
  void longPostingsAreTakenManyAtATime() {
    String posting =
        "{\"title\":\"Pilot\",\"description\":\"" + "You steer. ".repeat(1_000) + "\"}";
    String many = "{\"postings\":[" + String.join(",", Collections.nCopies(50, posting)) + "]}";
    submitted("acme", external);
    consent(1, "acme", true);
    eventually(() -> ask("acme", "acme", external).statusCode(200));

    ask("acme", "acme", external, many).statusCode(200).body("size()", is(50));
    candidate.send("POST", "search-profile/matches", many).statusCode(200).body("size()", is(50));
    ask("acme", "acme", external, "[" + " ".repeat(1_048_576)).statusCode(413);
    candidate.send("PUT", "search-profile", " ".repeat(70_000)).statusCode(413);
  }

  private long rows(String table) {
    return pool.query(
            Scope.ALL_BOARDS,
            "select count(*) from " + table + " where candidate_id = $1",
            Tuple.of(candidate.subject()))
        .await()
        .atMost(LIMIT)
        .iterator()
        .next()
        .getLong(0);
  }

  @Test
  void candidatesDoNotAsk() {
    candidate
        .send("POST", "boards/acme/candidates/" + external + "/matches", POSTINGS)
        .statusCode(403);
  }

  private void submitted(String board, String boardCandidate) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    publish(
        new StreamId("application", id),
        1,
        board,
        new ApplicationSubmitted(
            id,
            candidate.subject(),
            new Posting(
                "Pilot", "Harbour", null, null, null, null, null, null, null, List.of(), null),
            LocalDate.of(2026, 9, 1),
            null,
            board,
            boardCandidate,
            null));
  }

  private void consent(int version, String board, boolean shared) {
    publish(
        new StreamId("consents", candidate.subject()),
        version,
        null,
        new ConsentChanged(candidate.subject(), board, shared));
  }

  private void publish(
      StreamId stream, int version, @Nullable String board, ApplicationEvent event) {
    published.publish(
        List.of(
            new StoredEvent(
                UuidCreator.getTimeOrderedEpoch(),
                stream,
                version,
                new Metadata(Instant.now(), UuidCreator.getTimeOrderedEpoch(), null, board),
                event)));
  }

  private static ValidatableResponse ask(String who, String board, String externalId) {
    return ask(who, board, externalId, POSTINGS);
  }

  private static ValidatableResponse ask(
      String who, String board, String externalId, String postings) {
    return given()
        .auth()
        .oauth2(Stack.keycloak().clientToken(who))
        .contentType("application/json")
        .body(postings)
        .post("/api/v1/boards/" + board + "/candidates/" + externalId + "/matches")
        .then();
  }

  private static void eventually(ThrowingRunnable assertion) {
    await().atMost(Duration.ofMinutes(1)).untilAsserted(assertion);
  }
}
