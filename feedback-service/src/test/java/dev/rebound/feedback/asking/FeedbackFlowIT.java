package dev.rebound.feedback.asking;

import static dev.rebound.feedback.Api.as;
import static dev.rebound.feedback.Api.letters;
import static dev.rebound.feedback.Api.post;
import static dev.rebound.feedback.Api.token;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.events.ApplicationEvent.ApplicationReopened;
import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.StreamId;
import dev.rebound.feedback.Rejections;
import dev.rebound.feedback.Rejections.Played;
import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.sealing.Sealing;
import dev.rebound.testkit.Stack;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.vertx.RunOnVertxContext;
import io.quarkus.test.vertx.UniAsserter;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** From a rejection to feedback in depth, with the real broker, database and accounts. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class FeedbackFlowIT {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final String GENERIC = "Thank you for your interest. We chose somebody else.";
  private static final String DEEP =
      "In the technical interview you could not explain how your cache was invalidated. "
          + "When we asked about the outage last spring, you named no cause. "
          + "Read up on consistency and prepare one outage in detail.";

  @Inject Sealing sealing;
  @Inject ScopedPool pool;
  @Inject WhenApplicationRejectedThenAskForFeedback asking;

  private final Candidate candidate = Stack.keycloak().newCandidate();

  private static String address() {
    return "r-" + UUID.randomUUID() + "@mill.example";
  }

  private Played rejected(String recruiter) {
    Played application = Played.of(UUID.fromString(candidate.subject()), "Miller", recruiter);
    Rejections.reject(application, sealing.pseudonym(recruiter));
    return application;
  }

  @Test
  void aGenericAnswerIsAskedAboutOnceMore() {
    String recruiter = address();
    Played application = rejected(recruiter);
    String first = token(recruiter, 1);
    Response generic = post("invitations/answer", Map.of("token", first, "comments", GENERIC));
    assertThat(generic.statusCode()).as(generic.asString()).isEqualTo(201);
    assertThat(generic.jsonPath().getString("status")).isEqualTo("DETAIL_REQUESTED");
    String second = token(recruiter, 2);
    List<String> questions =
        post("invitations/open", Map.of("token", second)).jsonPath().getList("questions");
    assertThat(questions).isNotEmpty().isEqualTo(generic.jsonPath().getList("questions"));

    Response answer = post("invitations/answer", Map.of("token", second, "comments", DEEP));

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    assertThat(answer.jsonPath().getString("status")).isEqualTo("RECEIVED");
    Response list =
        as(candidate.token())
            .queryParam("applicationId", application.applicationId())
            .queryParam("after", answer.header("Rebound-Event-Id"))
            .get("/api/v1/feedback-requests");
    assertThat(list.jsonPath().getList("items.status")).containsExactly("RECEIVED");
    assertThat(list.jsonPath().getList("items.posting.title")).containsExactly("Miller");
    assertThat(list.jsonPath().getList("items.candidate.name"))
        .containsExactly(Rejections.CANDIDATE_NAME);
    assertThat(list.jsonPath().getList("items.recruiter.email")).containsExactly(recruiter);
    Response feedback =
        as(candidate.token())
            .queryParam("applicationId", application.applicationId())
            .get("/api/v1/feedback");
    assertThat(feedback.jsonPath().getList("items.comments"))
        .containsExactlyInAnyOrder(GENERIC, DEEP);
    assertThat(feedback.jsonPath().getList("items.statements.flatten().text")).isNotEmpty();
  }

  @Test
  void theSecondRoundAsksAboutWhatWasRatedLow() {
    String recruiter = address();
    Played application = rejected(recruiter);
    Response generic =
        post(
            "invitations/answer",
            Map.of(
                "token",
                token(recruiter, 1),
                "comments",
                GENERIC,
                "ratings",
                List.of(Map.of("theme", "COMMUNICATION", "rating", 1))));
    List<String> questions = generic.jsonPath().getList("questions");
    assertThat(questions)
        .hasSizeBetween(2, 4)
        .contains("Can you give one moment where the communication was unclear?")
        .contains("Which part decided it: the first call or the technical interview?");

    Response list =
        as(candidate.token())
            .queryParam("applicationId", application.applicationId())
            .queryParam("after", generic.header("Rebound-Event-Id"))
            .get("/api/v1/feedback-requests");

    assertThat(list.jsonPath().getList("items[0].questions")).isEqualTo(questions);
  }

  @Test
  void anAnswerThatWasMerelyNotReadIsNotAskedAboutAgain() {
    String recruiter = address();
    rejected(recruiter);

    Map<String, String> body =
        Map.of(
            "token",
            token(recruiter, 1),
            "comments",
            "Im Gespr\u00e4ch waren Ihre Antworten sehr lang und ohne Beispiele.");
    String key = UUID.randomUUID().toString();

    Response answer = answer(body, key);
    Response repeated = answer(body, key);

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    assertThat(answer.jsonPath().getString("status")).isEqualTo("RECEIVED");
    assertThat(answer.jsonPath().getBoolean("specificity.read")).isFalse();
    assertThat(answer.jsonPath().getList("specificity.warnings")).hasSize(1);
    assertThat(answer.jsonPath().getList("questions")).isEmpty();
    // What is kept for a repeat outlasts the candidate's key, so it quotes nothing.
    assertThat(repeated.statusCode()).isEqualTo(201);
    assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(repeated.jsonPath().getString("status")).isEqualTo("RECEIVED");
    assertThat(repeated.jsonPath().getList("specificity.warnings")).isEmpty();
  }

  private static Response answer(Map<String, String> body, String key) {
    return as(null).header("Idempotency-Key", key).body(body).post("/api/v1/invitations/answer");
  }

  @Test
  void anInvitationSaysWhatItIsAbout() {
    String recruiter = address();
    rejected(recruiter);

    Response opened = post("invitations/open", Map.of("token", token(recruiter, 1)));

    assertThat(opened.statusCode()).isEqualTo(200);
    assertThat(opened.jsonPath().getString("posting.title")).isEqualTo("Miller");
    assertThat(opened.jsonPath().getString("candidate.name")).isEqualTo(Rejections.CANDIDATE_NAME);
    assertThat(opened.jsonPath().getList("stages"))
        .containsExactly("RECRUITER_SCREEN", "TECHNICAL_INTERVIEW");
    assertThat(opened.jsonPath().getInt("round")).isEqualTo(1);
    assertThat(opened.jsonPath().getList("questions")).isNotEmpty();
    assertThat(opened.jsonPath().getList("themes")).contains("PREPARATION");
  }

  @Test
  void aDraftIsCheckedAndNotKept() {
    String recruiter = address();
    rejected(recruiter);
    String token = token(recruiter, 1);

    Response checked =
        post("invitations/check", Map.of("token", token, "comments", "It was not a fit."));

    assertThat(checked.jsonPath().getString("level")).isEqualTo("GENERIC");
    assertThat(checked.jsonPath().getList("missing")).isNotEmpty();
    assertThat(post("invitations/open", Map.of("token", token)).statusCode()).isEqualTo(200);
  }

  @Test
  void whateverIsWrongWithATokenTheAnswerIsTheSame() {
    String recruiter = address();
    rejected(recruiter);
    String used = token(recruiter, 1);
    post("invitations/decline", Map.of("token", used)).then().statusCode(200);

    List<Response> answers =
        List.of(
            post("invitations/open", Map.of("token", used)),
            post("invitations/open", Map.of("token", "A".repeat(43))),
            post("invitations/open", Map.of("token", "short")),
            post("invitations/open", Map.of("token", "é".repeat(500))),
            post("invitations/open", Map.of()));

    assertThat(answers).extracting(Response::statusCode).containsOnly(404);
    assertThat(answers).extracting(Response::asString).containsOnly(answers.getFirst().asString());
  }

  @Test
  void ofManyAnswersAtOnceOneWins() throws Exception {
    String recruiter = address();
    rejected(recruiter);
    String token = token(recruiter, 1);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Integer>> answers = new ArrayList<>();
    try (ExecutorService writers = Executors.newFixedThreadPool(64)) {
      for (int i = 0; i < 500; i++) {
        String comments = DEEP + " " + i;
        answers.add(
            writers.submit(() -> {
              start.await();
              return post("invitations/answer", Map.of("token", token, "comments", comments))
                  .statusCode();
            }));
      }
      start.countDown();
    }

    List<Integer> codes = new ArrayList<>();
    for (Future<Integer> answer : answers) {
      codes.add(answer.get());
    }
    assertThat(codes).containsOnly(201, 404).containsOnlyOnce(201);
  }

  @Test
  void anAnswerSentAgainWithItsKeyIsAnsweredAgain() {
    String recruiter = address();
    rejected(recruiter);
    Map<String, String> body = Map.of("token", token(recruiter, 1), "comments", DEEP);
    String key = UUID.randomUUID().toString();
    Response first =
        as(null).header("Idempotency-Key", key).body(body).post("/api/v1/invitations/answer");

    Response second =
        as(null).header("Idempotency-Key", key).body(body).post("/api/v1/invitations/answer");

    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(second.asString()).isEqualTo(first.asString());
  }

  @Test
  void aRejectionTakenBackIsNotAskedAbout() {
    String recruiter = address();
    Played application = rejected(recruiter);
    String token = token(recruiter, 1);

    UUID reopened = Rejections.reopen(application);

    assertThat(statusAfter(reopened, application)).isEqualTo("CANCELLED");
    assertThat(post("invitations/open", Map.of("token", token)).statusCode()).isEqualTo(404);
  }

  private String statusAfter(UUID event, Played application) {
    return Awaitility.await()
        .until(
            () ->
                as(candidate.token())
                    .queryParam("applicationId", application.applicationId())
                    .queryParam("after", event)
                    .get("/api/v1/feedback-requests")
                    .jsonPath()
                    .getString("items[0].status"),
            "CANCELLED"::equals);
  }

  @Test
  @RunOnVertxContext
  void theSameRejectionAsksOnce(UniAsserter asserter) {
    String recruiter = address();
    Played application = Played.of(UUID.fromString(candidate.subject()), "Miller", recruiter);
    StoredEvent event =
        new StoredEvent(
            UUID.randomUUID(),
            new StreamId("application", application.applicationId()),
            1,
            new Metadata(Instant.now(), UUID.randomUUID(), null, null),
            Rejections.rejected(application, sealing.pseudonym(recruiter)));

    asserter.execute(() -> asking.on(event));
    asserter.execute(() -> asking.on(event));

    asserter.assertThat(
        () ->
            pool.query(
                    Scope.ALL_BOARDS,
                    "select count(*) from event where candidate = $1",
                    Tuple.of(application.candidateId()))
                .map(rows -> rows.iterator().next().getLong(0)),
        count -> assertThat(count).isOne());
  }

  @Test
  void whoHasDeclinedIsNotAskedAboutTheApplicationAgain() {
    String recruiter = address();
    Played application = rejected(recruiter);
    post("invitations/decline", Map.of("token", token(recruiter, 1))).then().statusCode(200);

    asking
        .on(
            event(
                2,
                new ApplicationReopened(application.applicationId(), application.candidateId()),
                application))
        .await()
        .atMost(LIMIT);
    asking
        .on(event(3, Rejections.rejected(application, sealing.pseudonym(recruiter)), application))
        .await()
        .atMost(LIMIT);

    assertThat(requests(application)).isOne();
  }

  @Test
  void aReopeningToldAgainLeavesTheNextRejectionsRequestAlone() {
    String recruiter = address();
    Played application = Played.of(UUID.fromString(candidate.subject()), "Miller", recruiter);
    UUID id = sealing.pseudonym(recruiter);
    StoredEvent first = event(1, Rejections.rejected(application, id), application);
    StoredEvent back =
        event(
            2,
            new ApplicationReopened(application.applicationId(), application.candidateId()),
            application);
    StoredEvent second = event(3, Rejections.rejected(application, id), application);

    for (StoredEvent event : List.of(first, back, second, first, back, second)) {
      asking.on(event).await().atMost(LIMIT);
    }

    assertThat(Awaitility.await().until(() -> statuses(application), found -> found.size() == 2))
        .containsExactlyInAnyOrder("CANCELLED", "REQUESTED");
  }

  private long requests(Played application) {
    return pool.query(
            Scope.ALL_BOARDS,
            "select count(distinct stream) from event where candidate = $1",
            Tuple.of(application.candidateId()))
        .await()
        .atMost(LIMIT)
        .iterator()
        .next()
        .getLong(0);
  }

  private List<String> statuses(Played application) {
    return as(candidate.token())
        .queryParam("applicationId", application.applicationId())
        .get("/api/v1/feedback-requests")
        .jsonPath()
        .getList("items.status");
  }

  private static StoredEvent event(int version, ApplicationEvent event, Played application) {
    return new StoredEvent(
        UuidCreator.getTimeOrderedEpoch(),
        new StreamId("application", application.applicationId()),
        version,
        new Metadata(Instant.now(), UUID.randomUUID(), null, null),
        event);
  }

  @Test
  void nothingPersonalStandsInClear() {
    String recruiter = address();
    rejected(recruiter);
    String token = token(recruiter, 1);
    post("invitations/answer", Map.of("token", token, "comments", "Xylophone " + DEEP))
        .then()
        .statusCode(201);

    List<String> words =
        List.of("Xylophone", recruiter, "Windmill Works", token, Rejections.CANDIDATE_NAME);

    assertThat(letters(recruiter)).hasSize(1);
    assertThat(dump()).isNotEmpty().doesNotContain(words.toArray(String[]::new));
  }

  /** Every row of every table, bytes as text. */
  private String dump() {
    List<String> tables =
        rows("select table_name from information_schema.tables where table_schema = 'public'");
    StringBuilder all = new StringBuilder();
    for (String table : tables) {
      rows("select t::text from " + table + " t")
          .forEach(row -> all.append(unhex(row)).append('\n'));
    }
    return all.toString();
  }

  private List<String> rows(String query) {
    List<String> rows = new ArrayList<>();
    pool.query(Scope.ALL_BOARDS, query, Tuple.tuple())
        .await()
        .atMost(Duration.ofSeconds(10))
        .forEach(row -> rows.add(row.getString(0)));
    return rows;
  }

  private static String unhex(String row) {
    return Pattern.compile("\\\\x([0-9a-f]+)")
        .matcher(row)
        .replaceAll(hex ->
            Matcher.quoteReplacement(
                new String(HexFormat.of().parseHex(hex.group(1)), StandardCharsets.ISO_8859_1)));
  }
}
