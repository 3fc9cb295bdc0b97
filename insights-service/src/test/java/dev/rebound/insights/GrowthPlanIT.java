package dev.rebound.insights;

import static dev.rebound.events.StageKind.TECHNICAL_INTERVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.rebound.events.FeedbackSource;
import dev.rebound.eventstore.postgres.EventCodec;
import dev.rebound.testkit.Stack;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The growth plan, its calendar and the preparation, over HTTP. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@QuarkusTestResource(TopicsTestResource.class)
@SuppressWarnings("NullAway.Init") // What the test framework sets.
class GrowthPlanIT {

  private static final LocalDate DAY = LocalDate.of(2026, 7, 14);
  private static final String GOALS = "growth-plan/goals";
  private static final String RAMBLING =
      "In the technical interview your answers rambled and had no concrete example.";

  @Inject EventCodec codec;

  private final Signed candidate = new Signed();
  private Published published;

  @BeforeEach
  void connect() {
    published = new Published(codec, Stack.kafka().bootstrapServers());
  }

  @AfterEach
  void disconnect() {
    published.close();
  }

  private void season() {
    candidate
        .history()
        .applied("Pilot", DAY.minusDays(30))
        .reached("Pilot", TECHNICAL_INTERVIEW, DAY.minusDays(9))
        .rejected("Pilot", TECHNICAL_INTERVIEW, DAY, null)
        .answered("Pilot", DAY.plusDays(4), RAMBLING)
        .told(FeedbackSource.MENTOR, DAY.plusDays(40), "Your answers ramble and lack structure.");
    candidate.publish(published);
  }

  private String proposal() {
    season();
    return candidate
        .get("growth-plan")
        .statusCode(200)
        .header("ETag", "\"0\"")
        .body("goals", hasSize(1))
        .body("goals[0].theme", is("ANSWER_STRUCTURE"))
        .body("goals[0].status", is("PROPOSED"))
        .body("goals[0].focalPoints", not(empty()))
        .body("goals[0].actions.text", everyItem(notNullValue()))
        .body("goals[0].evidence.quote", hasItem(notNullValue()))
        .body("goals[0]", not(hasKey("effect")))
        .extract()
        .path("goals[0].id");
  }

  @Test
  void a_proposal_is_adopted_followed_and_closed() {
    String id = proposal();

    candidate
        .send("POST", GOALS + "/" + id + "/adoption", "{\"dueOn\":\"2027-01-31\"}")
        .statusCode(200)
        .header("ETag", "\"1\"")
        .header("Rebound-Event-Id", notNullValue())
        .body("id", is(id))
        .body("status", is("ADOPTED"))
        .body("dueOn", is("2027-01-31"))
        .body("effect.before.contexts", is(2))
        .body("effect.after.contexts", is(0));
    candidate
        .send("POST", GOALS + "/" + id + "/check-ins", "{\"note\":\"two stories\",\"progress\":40}")
        .statusCode(200)
        .body("checkIns.progress", contains(40));
    candidate
        .send("PATCH", GOALS + "/" + id, "{\"dueOn\":null,\"actions\":[\"Tell it\"]}")
        .statusCode(200)
        .body("actions.text", contains("Tell it"))
        .body("actions.done", contains(false))
        .body("$", not(hasKey("dueOn")));
    String event =
        candidate
            .send("POST", GOALS + "/" + id + "/achievement", "{\"note\":\"it worked\"}")
            .statusCode(200)
            .body("status", is("ACHIEVED"))
            .extract()
            .header("Rebound-Event-Id");

    candidate
        .get("growth-plan?after=" + event)
        .statusCode(200)
        .header("ETag", "\"4\"")
        .body("goals.status", contains("ACHIEVED"));
    candidate.get(GOALS + "/" + id).statusCode(200).body("closing.words", is("it worked"));
  }

  @Test
  void a_proposal_is_adopted_once() {
    String path = GOALS + "/" + proposal() + "/adoption";
    String key = "adopt-" + UUID.randomUUID();

    String first = candidate.send("POST", path, "", key).statusCode(200).extract().asString();

    assertThat(candidate.send("POST", path, "", key).statusCode(200).extract().asString())
        .isEqualTo(first);
    candidate
        .send("POST", path, "{}")
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", is("/problems/already-adopted"));
    candidate.get("growth-plan").body("goals", hasSize(1));
  }

  @Test
  void an_adopted_goal_without_a_date_is_given_one() {
    candidate
        .send("POST", GOALS + "/" + proposal() + "/adoption", "")
        .statusCode(200)
        .body("dueOn", is(LocalDate.now(ZoneOffset.UTC).plusWeeks(8).toString()));
  }

  @Test
  void a_proposal_takes_no_check_in_before_it_is_adopted() {
    candidate
        .send("POST", GOALS + "/" + proposal() + "/check-ins", "{\"progress\":10}")
        .statusCode(409)
        .body("type", is("/problems/not-adopted"));
  }

  @Test
  void a_goal_of_ones_own_needs_no_evidence() {
    String location =
        candidate
            .send(
                "POST",
                GOALS,
                "{\"theme\":\"LEADERSHIP\",\"statement\":\"Lead a guild\",\"actions\":"
                    + "[{\"text\":\"Ask\",\"done\":true},{\"text\":\"Meet\"}]}")
            .statusCode(201)
            .body("status", is("ADOPTED"))
            .body("actions.done", contains(true, false))
            .body("effect.status", is("NOT_ENOUGH_YET"))
            .extract()
            .header("Location");

    candidate
        .get(location.substring("/api/v1/".length()))
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("statement", equalTo("Lead a guild"));
  }

  @Test
  void a_goal_is_not_changed_where_the_plan_has_moved_on() {
    candidate
        .send("POST", GOALS, "{\"theme\":\"LEADERSHIP\",\"statement\":\"Lead\"}")
        .statusCode(201);
    String id = candidate.get("growth-plan").extract().path("goals[0].id");

    candidate
        .sendIfMatch("PATCH", GOALS + "/" + id, "{\"statement\":\"Lead more\"}", "\"7\"")
        .statusCode(412);
    candidate
        .sendIfMatch("PATCH", GOALS + "/" + id, "{\"statement\":\"Lead more\"}", "\"1\"")
        .statusCode(200)
        .body("statement", is("Lead more"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST  | ''        | {}                                                  | 400",
        "POST  | ''        | {\"theme\":\"LEADERSHIP\"}                          | 400",
        "POST  | ''        | {\"theme\":\"NONE\",\"statement\":\"x\"}            | 400",
        "POST  | ''        | {\"theme\":\"LEADERSHIP\",\"statement\":\"x\",\"dueOn\":\"2020-01-01\"} | 400",
        "POST  | ''        | {\"theme\":\"LEADERSHIP\",\"statement\":\"x\",\"dueOn\":\"9020-01-01\"} | 400",
        "POST  | ''        | {\"theme\":\"LEADERSHIP\",\"statement\":\"x\",\"actions\":[{\"done\":true}]} | 400",
        "POST  | ''        | {\"theme\":\"LEADERSHIP\",\"statement\":\"x\",\"actions\":[\"a\\u0000b\"]} | 400",
        "POST | '' | {\"theme\":\"LEADERSHIP\",\"statement\":\"x\",\"actions\":[7]} | 400",
        "POST  | ''        | {\"theme\":\"LEADERSHIP\",\"statement\":\"x\",\"status\":\"ADOPTED\"} | 400",
        "POST | /check-ins | {\"progress\":\"half\"} | 400",
        "POST  | /check-ins| {\"progress\":101}                                  | 400",
        "POST  | /check-ins| {\"progress\":10}                                   | 404",
        "POST  | /adoption | {}                                                  | 404",
        "POST  | /adoption | {\"when\":\"now\"}                                  | 400",
        "PATCH | /         | {\"statement\":null}                                | 400",
        "PATCH | /         | {\"theme\":\"LEADERSHIP\"}                          | 400",
        "PATCH | /         | {\"focalPoints\":\"one\"}                           | 400",
        "PATCH | /         | []                                                  | 400",
        "PATCH | /         | {}                                                  | 404",
      })
  void bad_requests_are_problems(String method, String path, String body, int status) {
    String goal = path.isEmpty() ? "" : "/" + UUID.randomUUID() + (path.equals("/") ? "" : path);

    candidate
        .send(method, GOALS + goal, body)
        .statusCode(status)
        .contentType("application/problem+json");
  }

  @Test
  void a_check_in_says_something() {
    candidate
        .send("POST", GOALS, "{\"theme\":\"LEADERSHIP\",\"statement\":\"Lead\"}")
        .statusCode(201);
    String id = candidate.get("growth-plan").extract().path("goals[0].id");

    candidate
        .send("POST", GOALS + "/" + id + "/check-ins", "{}")
        .statusCode(400)
        .body("violations.field", contains("note"));
  }

  @Test
  void what_is_done_is_of_the_day_where_the_candidate_is() {
    String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
    String on = ",\"on\":\"" + tomorrow + "\"}";

    String path =
        candidate
            .send("POST", GOALS, "{\"theme\":\"LEADERSHIP\",\"statement\":\"Lead\"" + on)
            .statusCode(201)
            .body("adoptedOn", is(tomorrow))
            .extract()
            .header("Location")
            .substring("/api/v1/".length());

    candidate
        .send("POST", path + "/check-ins", "{\"progress\":40" + on)
        .statusCode(200)
        .body("checkIns.on", contains(tomorrow));
    candidate
        .send("POST", path + "/achievement", "{\"note\":\"done\"" + on)
        .statusCode(200)
        .body("closing.on", is(tomorrow));
  }

  @Test
  void a_proposal_is_adopted_and_let_go_on_the_day_where_the_candidate_is() {
    String path = GOALS + "/" + proposal();
    LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
    String on = "{\"on\":\"" + tomorrow + "\"}";

    candidate
        .send("POST", path + "/adoption", on)
        .statusCode(200)
        .body("adoptedOn", is(tomorrow.toString()))
        .body("dueOn", is(tomorrow.plusWeeks(8).toString()));
    candidate
        .send("POST", path + "/abandonment", on)
        .statusCode(200)
        .body("closing.on", is(tomorrow.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/adoption", "/check-ins", "/achievement", "/abandonment"})
  void what_is_done_is_done_today(String deed) {
    String goal = deed.isEmpty() ? "" : "/" + UUID.randomUUID() + deed;
    String said = deed.isEmpty() ? "\"theme\":\"LEADERSHIP\",\"statement\":\"Lead\"," : "";

    candidate
        .send(
            "POST",
            GOALS + goal,
            "{" + said + "\"on\":\"" + LocalDate.now(ZoneOffset.UTC).plusDays(3) + "\"}")
        .statusCode(400)
        .body("violations.field", contains("on"));
  }

  @Test
  void the_plan_is_a_calendar() {
    candidate
        .send(
            "POST",
            GOALS,
            "{\"theme\":\"LEADERSHIP\",\"statement\":\"Lead a guild\",\"dueOn\":\"2027-01-31\"}")
        .statusCode(201);

    String calendar =
        candidate
            .get("growth-plan.ics")
            .statusCode(200)
            .contentType("text/calendar")
            .extract()
            .asString();

    assertThat(calendar)
        .startsWith("BEGIN:VCALENDAR\r\n")
        .contains("BEGIN:VTODO", "BEGIN:VEVENT", "20270131", "SUMMARY:Lead a guild");
  }

  @Test
  void an_open_application_is_prepared_for() {
    candidate.history().applied("Helm", DAY.plusDays(50));
    season();

    candidate
        .get("preparation?applicationId=" + candidate.history().own("Helm"))
        .statusCode(200)
        .body("application.title", is("Helm"))
        .body("status", is("ENOUGH"))
        .body("practise.theme", contains("ANSWER_STRUCTURE"))
        .body("practise[0].contexts", is(2))
        .body("practise[0].actions", not(empty()));
    candidate
        .get("preparation?applicationId=" + candidate.history().own("Pilot"))
        .statusCode(409)
        .body("type", is("/problems/application-closed"));
  }

  @ParameterizedTest
  @CsvSource({
    "preparation, 400",
    "preparation?applicationId=seven, 400",
    "preparation?applicationId=0197c2de-0000-7000-8000-000000000000, 404",
    "growth-plan/goals/0197c2de-0000-7000-8000-000000000000, 404",
    "growth-plan?after=yesterday, 400",
  })
  void bad_questions_are_problems(String path, int status) {
    candidate.get(path).statusCode(status).contentType("application/problem+json");
  }
}
