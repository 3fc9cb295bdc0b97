package dev.rebound.insights;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import dev.rebound.events.FeedbackEvent;
import dev.rebound.events.FeedbackEvent.FeedbackReceived;
import dev.rebound.events.FeedbackEvent.FeedbackRequested;
import dev.rebound.events.FeedbackSource;
import dev.rebound.events.FeedbackSpecificity;
import dev.rebound.events.Posting;
import dev.rebound.events.Recruiter;
import dev.rebound.events.RequestOrigin;
import dev.rebound.events.SpecificityLevel;
import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.StreamId;
import dev.rebound.eventstore.postgres.EventCodec;
import dev.rebound.insights.feedbackquality.BoardRequests;
import dev.rebound.insights.feedbackquality.BoardRequests.FeedbackQuality;
import dev.rebound.insights.feedbackquality.BoardRequests.Figures;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;

/** A board's question about its own recruiters. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@QuarkusTestResource(TopicsTestResource.class)
@SuppressWarnings("NullAway.Init") // What the test framework sets.
class FeedbackQualityIT {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Instant ASKED = Instant.parse("2026-10-01T09:00:00Z");

  @Inject EventCodec codec;
  @Inject ScopedPool pool;
  @Inject BoardRequests requests;

  @Test
  void a_board_is_told_of_twenty_candidates_and_not_of_fewer() {
    List<StoredEvent> nineteen = new ArrayList<>();
    for (int i = 0; i < 19; i++) {
      nineteen.addAll(request("acme", i));
    }
    // Others' are not counted.
    nineteen.addAll(request("globex", 19));
    publish(nineteen);
    eventually(() -> assertThat(known("acme") + known("globex")).isEqualTo(20));
    ask("acme", "acme").statusCode(404);

    publish(request("acme", 19));

    // Of twenty, ten answered after 1 to 10 days, two of them so that it says something.
    eventually(() ->
        ask("acme", "acme")
            .statusCode(200)
            .body("requests", is(20))
            .body("answered", is(10))
            .body("medianDays", is(5.5f))
            .body("specific", is(2)));
    ask("globex", "globex").statusCode(404);
    ask("globex", "acme").statusCode(404);
    given()
        .auth()
        .oauth2(new Signed().token())
        .get("/api/v1/boards/acme/feedback-quality")
        .then()
        .statusCode(403);
  }

  /** Nineteen people; one of them signed in only after the recruiter had answered. */
  @Test
  void what_is_handed_over_to_its_candidate_counts_once_and_since_it_was_asked() {
    List<StoredEvent> all = new ArrayList<>();
    for (int i = 0; i < 19; i++) {
      all.addAll(request("initech", 9));
    }
    all.addAll(handedOver(all.get(0), all.get(1)));
    publish(all);
    eventually(() -> assertThat(known("initech")).isEqualTo(20));

    assertThat(requests.figures("initech").await().atMost(Duration.ofSeconds(10)))
        .isEqualTo(new Figures(19, new FeedbackQuality(19, 19, 10.0, 0)));
  }

  /** Each count goes through all of them. */
  @Test
  void figures_of_many_requests_are_kept_for_a_while_unless_they_must_be_new() {
    String large = "large-" + UUID.randomUUID();
    String small = "small-" + UUID.randomUUID();
    try {
      add(large, 1_000);
      add(small, 999);
      assertThat(lately(large)).isEqualTo(1_000);
      assertThat(lately(small)).isEqualTo(999);

      add(large, 1);
      add(small, 1);

      assertThat(lately(large)).isEqualTo(1_000);
      assertThat(requests.figures(large).await().atMost(LIMIT).quality().requests())
          .isEqualTo(1_001);
      assertThat(lately(small)).isEqualTo(1_000);
    } finally {
      run("delete from board_request where board = any($1)", Tuple.of(new String[] {large, small}));
    }
  }

  private long lately(String board) {
    return requests.lately(board).await().atMost(LIMIT).quality().requests();
  }

  private void add(String board, int count) {
    run(
        """
        insert into board_request (request_id, board, candidate_id, requested_at, specific)
        select gen_random_uuid(), $1::text, gen_random_uuid(), now(), false
        from generate_series(1, $2::int)
        """,
        Tuple.of(board, count));
  }

  private void run(String sql, Tuple values) {
    pool.query(Scope.ALL_BOARDS, sql, values).await().atMost(LIMIT);
  }

  /** The same question and answer once more, as of another person and much later. */
  private static List<StoredEvent> handedOver(StoredEvent asked, StoredEvent answered) {
    UUID candidate = UuidCreator.getTimeOrderedEpoch();
    UUID next = UuidCreator.getTimeOrderedEpoch();
    FeedbackRequested it = (FeedbackRequested) asked.event();
    FeedbackReceived given = (FeedbackReceived) answered.event();
    return List.of(
        again(
            asked,
            next,
            new FeedbackRequested(
                next,
                UuidCreator.getTimeOrderedEpoch(),
                candidate,
                it.origin(),
                it.recruiter(),
                it.posting(),
                it.stages(),
                null,
                it.board(),
                it.expiresAt(),
                null)),
        again(
            answered,
            next,
            new FeedbackReceived(
                UuidCreator.getTimeOrderedEpoch(),
                next,
                UuidCreator.getTimeOrderedEpoch(),
                candidate,
                given.source(),
                given.receivedOn(),
                given.round(),
                null,
                List.of(),
                List.of(),
                List.of(),
                given.specificity())));
  }

  private static StoredEvent again(StoredEvent former, UUID request, FeedbackEvent event) {
    return new StoredEvent(
        UuidCreator.getTimeOrderedEpoch(),
        new StreamId("feedback-request", request),
        former.version(),
        new Metadata(
            ASKED.plus(Duration.ofDays(60)),
            former.metadata().correlationId(),
            former.id(),
            former.metadata().board()),
        event);
  }

  private void publish(List<StoredEvent> events) {
    try (Published published = new Published(codec, Stack.kafka().bootstrapServers())) {
      published.publish(events);
    }
  }

  private long known(String board) {
    return pool.query(
            Scope.ALL_BOARDS,
            "select count(*) from board_request where board = $1",
            Tuple.of(board))
        .await()
        .atMost(Duration.ofSeconds(10))
        .iterator()
        .next()
        .getLong(0);
  }

  private static void eventually(ThrowingRunnable assertion) {
    await().atMost(Duration.ofMinutes(1)).untilAsserted(assertion);
  }

  private static ValidatableResponse ask(String who, String board) {
    return given()
        .auth()
        .oauth2(Stack.keycloak().clientToken(who))
        .get("/api/v1/boards/" + board + "/feedback-quality")
        .then();
  }

  /** One candidate's request, answered where the number is below ten. */
  private static List<StoredEvent> request(String board, int number) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    UUID application = UuidCreator.getTimeOrderedEpoch();
    UUID candidate = UuidCreator.getTimeOrderedEpoch();
    FeedbackRequested asked =
        new FeedbackRequested(
            id,
            application,
            candidate,
            RequestOrigin.values()[0],
            new Recruiter(UuidCreator.getTimeOrderedEpoch(), "Robin", "robin@example.net"),
            new Posting(
                "Pilot", "Harbour", null, null, null, null, null, null, null, List.of(), null),
            List.of(),
            null,
            board,
            ASKED.plus(Duration.ofDays(14)),
            null);
    List<StoredEvent> events = new ArrayList<>();
    events.add(stored(id, 1, ASKED, board, asked));
    if (number < 10) {
      FeedbackReceived answer =
          new FeedbackReceived(
              UuidCreator.getTimeOrderedEpoch(),
              id,
              application,
              candidate,
              FeedbackSource.RECRUITER,
              LocalDate.parse("2026-10-02"),
              1,
              null,
              List.of(),
              List.of(),
              List.of(),
              new FeedbackSpecificity(
                  number % 5 == 0 ? SpecificityLevel.SPECIFIC : SpecificityLevel.GENERIC,
                  0.5,
                  List.of(),
                  "test"));
      events.add(stored(id, 2, ASKED.plus(Duration.ofDays(number + 1)), board, answer));
    }
    return events;
  }

  private static StoredEvent stored(
      UUID request, int version, Instant at, String board, FeedbackEvent event) {
    return new StoredEvent(
        UuidCreator.getTimeOrderedEpoch(),
        new StreamId("feedback-request", request),
        version,
        new Metadata(at, UuidCreator.getTimeOrderedEpoch(), null, board),
        event);
  }
}
