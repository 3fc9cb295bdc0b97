package dev.rebound.feedback.requests;

import static dev.rebound.feedback.Api.as;
import static dev.rebound.feedback.Api.letters;
import static dev.rebound.feedback.Api.post;
import static dev.rebound.feedback.Api.token;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.feedback.Rejections;
import dev.rebound.feedback.Rejections.Played;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.Opened;
import dev.rebound.feedback.streams.FeedbackRequests;
import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.sealing.KeyRing;
import dev.rebound.sealing.Sealing;
import dev.rebound.testkit.RouteTable;
import dev.rebound.testkit.Stack;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signed-in people: who may do what, and what bad input is answered with. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class FeedbackRequestsIT {

  private static final String REQUESTS = "/api/v1/feedback-requests";

  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Inject Sealing sealing;
  @Inject KeyRing keys;
  @Inject FeedbackRequests requests;

  @TestHTTPResource("/")
  @SuppressWarnings("NullAway.Init")
  URI here;

  private final Candidate candidate = Stack.keycloak().newCandidate();
  private final String recruiter = "r-" + UUID.randomUUID() + "@mill.example";

  private Played rejectedWithoutRecruiter() {
    Played application = Played.of(UUID.fromString(candidate.subject()), "Miller", null);
    Rejections.reject(application, new UUID(0, 0));
    return application;
  }

  private Response ask(Played application, String key) {
    return as(candidate.token())
        .header("Idempotency-Key", key)
        .body(
            Map.of(
                "applicationId", application.applicationId(),
                "recruiter", Map.of("email", recruiter),
                "message", "Please."))
        .post(REQUESTS);
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  @Test
  void theTableNamesEveryRoute() {
    RouteTable.load().namesEveryRouteOf(here);
  }

  @Test
  void routesAreClosedToOtherRoles() {
    Map<String, String> users =
        Map.of(
            "candidate", Stack.keycloak().token("candidate"),
            "recruiter", Stack.keycloak().token("recruiter"),
            "board-admin", Stack.keycloak().token("board-admin"),
            "board-integration", Stack.keycloak().clientToken("acme"),
            "operator", Stack.keycloak().token("operator"));

    RouteTable.load().isClosedToOthers(here, role -> Objects.requireNonNull(users.get(role)));
  }

  @Test
  void aCandidateAsksByHand() {
    Response asked = ask(rejectedWithoutRecruiter(), key());

    assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(201);
    assertThat(asked.header("Location")).endsWith(asked.jsonPath().getString("id"));
    assertThat(asked.header("ETag")).isEqualTo("\"1\"");
    assertThat(token(recruiter, 1)).hasSize(43);
    assertThat(letters(recruiter).getFirst().text()).contains("> Please.");
  }

  @Test
  void askingTwiceIsAConflictAndARepeatIsNot() {
    Played application = rejectedWithoutRecruiter();
    String key = key();
    Response first = ask(application, key);

    Response repeated = ask(application, key);
    Response another = ask(application, key());

    assertThat(repeated.asString()).isEqualTo(first.asString());
    assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(another.statusCode()).isEqualTo(409);
  }

  @Test
  void afterACancellationTheRecruiterCanBeAskedAgain() {
    Played application = rejectedWithoutRecruiter();
    String id = ask(application, key()).jsonPath().getString("id");
    as(candidate.token()).post(REQUESTS + "/" + id + "/cancellation").then().statusCode(200);

    Response again = ask(application, key());

    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.jsonPath().getString("id")).isNotEqualTo(id);
  }

  @Test
  void whoHasDeclinedIsNotAskedAgain() {
    Played application = rejectedWithoutRecruiter();
    ask(application, key()).then().statusCode(201);
    post("invitations/decline", Map.of("token", token(recruiter, 1))).then().statusCode(200);

    Response again = ask(application, key());

    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.jsonPath().getString("detail")).contains("declined");
    assertThat(letters(recruiter)).hasSize(1);
  }

  @Test
  void aReminderByHandWorksOnceADay() {
    String id = ask(rejectedWithoutRecruiter(), key()).jsonPath().getString("id");
    String path = REQUESTS + "/" + id + "/reminder";
    as(candidate.token()).post(path).then().statusCode(200);

    Response second = as(candidate.token()).post(path);

    assertThat(second.statusCode()).isEqualTo(429);
    assertThat(second.header("Retry-After")).isNotNull();
  }

  /** Its stream outlasts the candidate, and its recruiter is told nothing of it any more. */
  @Test
  void aRequestOfWhoeverIsErasedIsNoneAnyMore() {
    UUID id = UUID.fromString(ask(rejectedWithoutRecruiter(), key()).jsonPath().getString("id"));
    assertThat(requests.ofLiving(id).await().atMost(LIMIT)).isPresent();

    keys.erase(UUID.fromString(candidate.subject())).await().atMost(LIMIT);

    assertThat(requests.ofLiving(id).await().atMost(LIMIT)).isEmpty();
    assertThat(requests.current(id).await().atMost(LIMIT).state()).isInstanceOf(Opened.class);
  }

  @Test
  void strangersSeeNothing() {
    String id = ask(rejectedWithoutRecruiter(), key()).jsonPath().getString("id");
    String stranger = Stack.keycloak().newCandidate().token();

    assertThat(as(stranger).get(REQUESTS + "/" + id).statusCode()).isEqualTo(404);
    assertThat(as(stranger).post(REQUESTS + "/" + id + "/cancellation").statusCode())
        .isEqualTo(404);
    assertThat(as(stranger).get(REQUESTS).jsonPath().getList("items")).isEmpty();
  }

  @Test
  void anotherOnesApplicationCannotBeAskedAbout() {
    Played application = Played.of(UuidCreator.getTimeOrderedEpoch(), "Miller", null);
    Rejections.reject(application, new UUID(0, 0));

    assertThat(ask(application, key()).statusCode()).isEqualTo(404);
  }

  /** A request that the board's rejection opens. */
  private String askedForTheBoard() {
    Played application =
        new Played(
            UuidCreator.getTimeOrderedEpoch(),
            UUID.fromString(candidate.subject()),
            "Miller",
            recruiter,
            "acme");
    Rejections.reject(application, sealing.pseudonym(recruiter));
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> as(candidate.token()).get(REQUESTS).jsonPath().getString("items[0].id"),
            Objects::nonNull);
  }

  @Test
  void aRecruiterAnswersForTheirBoardAndNoOther() {
    String id = askedForTheBoard();
    Map<String, Object> answer =
        Map.of("comments", "Your case study stopped before the costs were added up.");

    Response foreignDraft =
        as(Stack.keycloak().token("recruiter2")).body(answer).post(REQUESTS + "/" + id + "/check");
    Response draft =
        as(Stack.keycloak().token("recruiter")).body(answer).post(REQUESTS + "/" + id + "/check");
    Response foreign =
        as(Stack.keycloak().token("recruiter2"))
            .body(answer)
            .post(REQUESTS + "/" + id + "/feedback");
    Response own =
        as(Stack.keycloak().token("recruiter"))
            .body(answer)
            .post(REQUESTS + "/" + id + "/feedback");

    assertThat(foreignDraft.statusCode()).isEqualTo(404);
    assertThat(draft.jsonPath().getList("missing")).as(draft.asString()).contains("ADVICE");
    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(own.statusCode()).as(own.asString()).isEqualTo(201);
    assertThat(
            as(Stack.keycloak().token("recruiter"))
                .queryParam("limit", 200)
                .get(REQUESTS)
                .jsonPath()
                .getList("items.id"))
        .contains(id);
  }

  @Test
  void aRecruiterDeclinesForTheirBoardAndNoOther() {
    String id = askedForTheBoard();
    Map<String, String> reason = Map.of("reason", "Feedback is not allowed here.");
    String key = key();

    Response foreign = decline("recruiter2", id, reason, key());
    Response own = decline("recruiter", id, reason, key);
    Response repeated = decline("recruiter", id, reason, key);
    Response otherwise = decline("recruiter", id, Map.of(), key);
    Response again = decline("recruiter", id, reason, key());
    Response seen =
        as(candidate.token())
            .queryParam("after", own.header("Rebound-Event-Id"))
            .get(REQUESTS + "/" + id);

    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(own.statusCode()).as(own.asString()).isEqualTo(200);
    assertThat(own.jsonPath().getString("id")).isEqualTo(id);
    assertThat(own.jsonPath().getString("status")).isEqualTo("DECLINED");
    assertThat(own.header("ETag")).isEqualTo("\"2\"");
    assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(repeated.asString()).isEqualTo(own.asString());
    assertThat(otherwise.statusCode()).isEqualTo(422);
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.jsonPath().getString("detail")).contains("declined");
    assertThat(seen.jsonPath().getString("status")).isEqualTo("DECLINED");
  }

  private static Response decline(String who, String id, Map<String, String> body, String key) {
    return as(Stack.keycloak().token(who))
        .header("Idempotency-Key", key)
        .body(body)
        .post(REQUESTS + "/" + id + "/decline");
  }

  @Test
  void aRecruiterDeclinesWhatWentToTheirAddress() {
    Played application = rejectedWithoutRecruiter();
    String id =
        as(candidate.token())
            .body(
                Map.of(
                    "applicationId",
                    application.applicationId(),
                    "recruiter",
                    Map.of("email", "recruiter2@example.org")))
            .post(REQUESTS)
            .jsonPath()
            .getString("id");
    String path = REQUESTS + "/" + id + "/decline";

    Response another = as(Stack.keycloak().token("recruiter")).post(path);
    Response asked = as(Stack.keycloak().token("recruiter2")).post(path);

    assertThat(another.statusCode()).isEqualTo(404);
    assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(200);
    assertThat(asked.jsonPath().getString("status")).isEqualTo("DECLINED");
  }

  @Test
  void whatIsWrongWithARefusalLeavesTheRequestOpen() {
    String id = askedForTheBoard();
    String path = REQUESTS + "/" + id + "/decline";
    String token = Stack.keycloak().token("recruiter");

    Response tooLong = as(token).body(Map.of("reason", "x".repeat(2001))).post(path);
    Response unknown = as(token).body(Map.of("why", "Policy.")).post(path);
    Response stale = as(token).header("If-Match", "\"7\"").body(Map.of()).post(path);

    assertThat(tooLong.statusCode()).isEqualTo(400);
    assertThat(tooLong.jsonPath().getList("violations.field")).containsExactly("reason");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(stale.statusCode()).isEqualTo(412);
    assertThat(as(candidate.token()).get(REQUESTS + "/" + id).jsonPath().getString("status"))
        .isEqualTo("REQUESTED");
  }

  @Test
  void aListIsReadPageByPage() {
    String last = "";
    for (String day : new String[] {"2026-03-01", "2026-03-02", "2026-03-03"}) {
      Response recorded =
          as(candidate.token())
              .body(Map.of("source", "PEER", "receivedOn", day, "comments", "You listen well."))
              .post("/api/v1/feedback");
      assertThat(recorded.statusCode()).as(recorded.asString()).isEqualTo(201);
      last = recorded.header("Rebound-Event-Id");
    }
    Response first =
        as(candidate.token())
            .queryParam("limit", 2)
            .queryParam("after", last)
            .get("/api/v1/feedback");

    Response second =
        as(candidate.token())
            .queryParam("limit", 2)
            .queryParam("cursor", first.jsonPath().getString("next"))
            .get("/api/v1/feedback");

    assertThat(first.jsonPath().getList("items.receivedOn"))
        .containsExactly("2026-03-03", "2026-03-02");
    assertThat(first.header("Link")).contains("rel=\"next\"");
    assertThat(second.jsonPath().getList("items.receivedOn")).containsExactly("2026-03-01");
    assertThat(second.jsonPath().getString("next")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"source":"UNCLE","receivedOn":"2026-01-01","comments":"x"}                     | 400
          {"source":"PEER","receivedOn":"2026-13-01","comments":"x"}                      | 400
          {"source":"PEER","receivedOn":"2026-01-01","comments":"  "}                     | 400
          {"source":"PEER","receivedOn":"2099-01-01","comments":"x"}                      | 400
          {"source":"PEER","receivedOn":"1900-01-01","comments":"x"}                      | 400
          {"source":"PEER","receivedOn":"2026-01-01","comments":"x","more":1}             | 400
          {"source":"PEER","receivedOn":"2026-01-01","comments":"x","ratings":[{"theme":"COMPOSURE","rating":6}]} | 400
          {"source":"PEER","receivedOn":"2026-01-01","comments":"x","ratings":[null]}     | 400
          {"source":"PEER","receivedOn":"2026-01-01","comments":"x","applicationId":"0199c000-0000-7000-8000-00000000ffff"} | 404
          {"source":"PEER"                                                                | 400
          null                                                                            | 400
          """)
  void badFeedbackIsAProblem(String body, int status) {
    Response answer = as(candidate.token()).body(body).post("/api/v1/feedback");

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource({
    "feedback-requests?status=LOST",
    "feedback-requests?applicationId=17",
    "feedback-requests?cursor=nonsense",
    "feedback-requests?limit=0",
    "feedback-requests?mine=perhaps",
    "feedback?cursor=bm8KbmF5",
    "feedback?applicationId=17"
  })
  void aBadQueryIsAProblem(String query) {
    Response answer = as(candidate.token()).get("/api/v1/" + query);

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
    assertThat(answer.jsonPath().getList("violations")).isNotEmpty();
  }
}
