package dev.rebound.insights;

import static dev.rebound.events.StageKind.TECHNICAL_INTERVIEW;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.rebound.events.Cause;
import dev.rebound.events.FeedbackSource;
import dev.rebound.events.StageRating;
import dev.rebound.events.StageReflection;
import dev.rebound.events.Theme;
import dev.rebound.events.ThemeRating;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.postgres.EventCodec;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.contexts.Contexts;
import dev.rebound.insights.contexts.History;
import dev.rebound.testkit.RouteTable;
import dev.rebound.testkit.Stack;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service as it runs: events come in over Kafka, questions over HTTP with real tokens. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@QuarkusTestResource(TopicsTestResource.class)
@SuppressWarnings("NullAway.Init") // What the test framework sets.
class InsightsIT {

  private static final LocalDate DAY = LocalDate.of(2026, 7, 14);
  private static final String RAMBLING =
      "In the technical interview your answers rambled and had no concrete example.";

  @Inject EventCodec codec;
  @Inject Contexts contexts;

  @TestHTTPResource("/")
  URI base;

  private final Signed candidate = new Signed();
  private final History history = candidate.history();
  private Published published;

  @BeforeEach
  void connect() {
    published = new Published(codec, Stack.kafka().bootstrapServers());
  }

  @AfterEach
  void disconnect() {
    published.close();
  }

  private History season() {
    return history
        .applied("Pilot", DAY.minusDays(30))
        .reached("Pilot", TECHNICAL_INTERVIEW, DAY.minusDays(9))
        .rejected("Pilot", TECHNICAL_INTERVIEW, DAY, "We went with somebody else.")
        .answered(
            "Pilot",
            DAY.plusDays(4),
            RAMBLING,
            List.of(
                new ThemeRating(Theme.ANSWER_STRUCTURE, 2),
                new ThemeRating(Theme.COLLABORATION, 5)),
            List.of(new StageRating(TECHNICAL_INTERVIEW, 2, null)),
            List.of(Theme.ANSWER_STRUCTURE))
        .reflected(
            "Pilot",
            List.of(new StageReflection(TECHNICAL_INTERVIEW, 1, 4, null, null)),
            List.of(new Cause(Theme.ANSWER_STRUCTURE, null, null)),
            null)
        .rejection("Warden", DAY.plusDays(20), null)
        .reflected("Warden", Theme.POSITION_CLOSED)
        .told(FeedbackSource.MENTOR, DAY.plusDays(40), "Your answers ramble and lack structure.");
  }

  @Test
  void answers_every_question_out_of_what_was_published() {
    published.publish(season().events());

    ask("weaknesses", history)
        .body("status", is("ENOUGH"))
        .body("rejections", is(2))
        .body("weaknesses[0].theme", is("ANSWER_STRUCTURE"))
        .body("weaknesses[0].status", is("RECURRING"))
        .body("weaknesses[0].evidence.quote", hasItem(notNullValue()))
        .body("weaknesses.theme", not(hasItem("POSITION_CLOSED")));
    ask("strengths").body("strengths.theme", hasItem("COLLABORATION"));
    ask("perspective")
        .body("rejections", is(2))
        .body(
            "byControl",
            is(Map.of("CONTROLLABLE", 1, "LONG_TERM", 0, "OUT_OF_CONTROL", 1, "UNKNOWN", 0)))
        .body("outOfControl.title", contains("Warden"));
    ask("blind-spots")
        .body("findings.find { it.stage == 'TECHNICAL_INTERVIEW' }.kind", is("BLIND_SPOT"));
    ask("funnel")
        .body("find { it.stage == 'TECHNICAL_INTERVIEW' }.rejected", is(2))
        .body("find { it.stage == 'TECHNICAL_INTERVIEW' }.passRate.n", is(2));
  }

  @Test
  void shows_the_same_whichever_topic_is_ahead_and_however_often_it_comes() {
    List<StoredEvent> events = season().events();
    List<StoredEvent> feedbackFirst = new ArrayList<>(history.feedback());
    feedbackFirst.addAll(history.applications());
    feedbackFirst.addAll(events);
    feedbackFirst.addAll(events);

    published.publish(feedbackFirst);

    ask("weaknesses", history).body("rejections", is(2));
    CandidateContexts kept = contexts.of(candidate.subject()).await().atMost(Duration.ofSeconds(5));
    assertThat(kept.applications()).hasSize(2);
    assertThat(kept.applications().getFirst().feedback()).hasSize(1);
    assertThat(kept.feedback()).hasSize(1);
  }

  @Test
  void is_empty_and_says_so_for_who_has_recorded_nothing() {
    ask("weaknesses")
        .body("status", is("NOT_ENOUGH_YET"))
        .body("contexts", is(0))
        .body("weaknesses", empty());
    ask("perspective").body("rejections", is(0)).body("status", is("NOT_ENOUGH_YET"));
    ask("funnel").body("$", empty());
  }

  @Test
  void shows_a_correction_at_once_to_who_made_it() {
    published.publish(season().events());
    String evidence = ask("weaknesses", history).extract().path("weaknesses[0].evidence[0].id");

    String event =
        correct(evidence, "{\"theme\":\"COMPOSURE\"}")
            .statusCode(200)
            .body("theme", is("COMPOSURE"))
            .extract()
            .header("Rebound-Event-Id");

    ask("weaknesses", UUID.fromString(event))
        .body("weaknesses.find { it.theme == 'COMPOSURE' }.evidence.id", contains(evidence))
        .body(
            "weaknesses.find { it.theme == 'COMPOSURE' }.evidence.corrected", everyItem(is(true)));
  }

  @Test
  void does_not_know_the_evidence_of_others() {
    published.publish(season().events());
    String evidence = ask("weaknesses", history).extract().path("weaknesses[0].evidence[0].id");
    Signed stranger = new Signed();

    stranger
        .send("PUT", "insights/causes/" + evidence, "{\"dismissed\":true}")
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"theme\":\"NO_SUCH\"}",
        "{\"control\":3}",
        "{\"dismissed\":\"yes\"}",
        "{\"verdict\":\"fine\"}",
        "{\"theme\":",
        "[]",
        "",
      })
  void refuses_what_is_no_correction(String body) {
    correct(UUID.randomUUID().toString(), body)
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void refuses_an_event_id_that_is_none() {
    candidate
        .get("insights/weaknesses?after=yesterday")
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void says_when_an_event_has_not_arrived() {
    candidate
        .get("insights/weaknesses?after=" + UUID.randomUUID())
        .statusCode(503)
        .header("Retry-After", equalTo("1"));
  }

  @Test
  void tells_listeners_what_changed() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("/api/v1/insights/stream"))
            .header("Authorization", "Bearer " + candidate.token())
            .header("Accept", "text/event-stream")
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<java.io.InputStream> stream =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
        assertThat(lines.readLine()).startsWith(":");

        published.publish(season().events());

        assertThat(lines.lines().filter(line -> line.startsWith("data:")).findFirst())
            .hasValueSatisfying(data -> assertThat(data).contains("\"funnel\""));
      }
    }
  }

  @Test
  void lets_nobody_listen_without_end() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("/api/v1/insights/stream"))
            .header("Authorization", "Bearer " + candidate.token())
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      List<Integer> answers = new ArrayList<>();
      List<HttpResponse<java.io.InputStream>> open = new ArrayList<>();
      for (int n = 0; n < 5; n++) {
        HttpResponse<java.io.InputStream> answer =
            client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        answers.add(answer.statusCode());
        open.add(answer);
      }
      for (HttpResponse<java.io.InputStream> answer : open) {
        answer.body().close();
      }

      assertThat(answers).containsExactly(200, 200, 200, 200, 429);
    }
  }

  @Test
  void is_the_same_after_a_rebuild_with_its_corrections() {
    published.publish(season().events());
    String evidence = ask("weaknesses", history).extract().path("weaknesses[0].evidence[0].id");
    String corrected =
        correct(evidence, "{\"dismissed\":true}").extract().header("Rebound-Event-Id");
    String before = ask("weaknesses", UUID.fromString(corrected)).extract().asString();

    rebuild("POST").statusCode(202);

    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () -> rebuild("GET").statusCode(200).body("status", is("DONE"), "differing", is(0)));
    assertThat(ask("weaknesses").extract().asString()).isEqualTo(before);
  }

  /** Else nobody could take it back: no other answer has it. */
  @Test
  void what_the_candidate_puts_down_to_others_is_still_found() {
    published.publish(season().events());
    String evidence = ask("weaknesses", history).extract().path("weaknesses[0].evidence[0].id");
    String corrected =
        correct(evidence, "{\"control\":\"OUT_OF_CONTROL\"}").extract().header("Rebound-Event-Id");

    JsonPath readings = ask("causes", UUID.fromString(corrected)).extract().jsonPath();
    String found = "evidence.find { it.id == '" + evidence + "' }";
    assertThat(readings.getString(found + ".control")).isEqualTo("OUT_OF_CONTROL");
    assertThat(readings.getBoolean(found + ".corrected")).isTrue();
    assertThat(readings.<String>getList("evidence.at"))
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void what_does_not_count_is_found_and_taken_back() {
    published.publish(season().events());
    String evidence = ask("weaknesses", history).extract().path("weaknesses[0].evidence[0].id");
    String dismissed =
        correct(evidence, "{\"dismissed\":true}").extract().header("Rebound-Event-Id");

    ask("dismissals", UUID.fromString(dismissed))
        .body("evidence.id", is(List.of(evidence)))
        .body("evidence[0].corrected", is(false));

    String back = correct(evidence, "{}").extract().header("Rebound-Event-Id");
    ask("dismissals", UUID.fromString(back)).body("evidence", is(List.of()));
  }

  private static ValidatableResponse rebuild(String method) {
    return given()
        .auth()
        .oauth2(Stack.keycloak().token("operator"))
        .request(method, "/api/v1/operations/views/contexts/rebuild")
        .then();
  }

  @Test
  void has_a_line_for_every_route() {
    RouteTable.load().namesEveryRouteOf(base);
  }

  @Test
  void is_closed_to_every_other_role() {
    RouteTable.load()
        .isClosedToOthers(
            base,
            role ->
                role.equals("board-integration")
                    ? Stack.keycloak().clientToken("acme")
                    : Stack.keycloak().token(role));
  }

  /** Asks once all of it has come. */
  private ValidatableResponse ask(String question, History history) {
    candidate.awaitShown(history);
    return ask(question);
  }

  /** Asks until the event has come: a busy machine may need longer than a reader would wait. */
  private ValidatableResponse ask(String question, UUID after) {
    await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> ask(question + "?after=" + after));
    return ask(question);
  }

  private ValidatableResponse ask(String question) {
    return candidate.get("insights/" + question).statusCode(200);
  }

  private ValidatableResponse correct(String evidence, String body) {
    return candidate.send("PUT", "insights/causes/" + evidence, body);
  }
}
