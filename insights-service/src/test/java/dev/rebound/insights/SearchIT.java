package dev.rebound.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.rebound.eventstore.postgres.EventCodec;
import dev.rebound.testkit.Stack;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The search over HTTP: suggested changes, the profile, its exports, and postings held to it. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@QuarkusTestResource(TopicsTestResource.class)
@SuppressWarnings("NullAway.Init") // What the test framework sets.
class SearchIT {

  private static final LocalDate DAY = LocalDate.of(2026, 7, 14);
  private static final String REFINEMENTS = "search-refinements";
  private static final String PROFILE = "search-profile";
  private static final String GERMAN =
      "We chose somebody who speaks fluent German, which our customers need.";

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

  private String suggestion() {
    candidate
        .history()
        .rejection("Pilot", DAY, GERMAN)
        .rejection("Warden", DAY.plusDays(9), GERMAN);
    candidate.publish(published);
    return candidate
        .get(REFINEMENTS)
        .statusCode(200)
        .body("rejections", is(2))
        .body("next", nullValue())
        .body("items", hasSize(1))
        .body("items[0].kind", is("LANGUAGE"))
        .body("items[0].value", is("German"))
        .body("items[0].status", is("SUGGESTED"))
        .body("items[0].evidence", hasSize(2))
        .body("items[0].backtest.rejections", is(2))
        .body("items[0].backtest.rejectionsSkipped", is(0))
        .body("items[0].backtest.progressed", is(2))
        .body("items[0].backtest.progressedKept", is(2))
        .extract()
        .path("items[0].id");
  }

  @Test
  void a_suggested_change_becomes_part_of_the_profile_once() {
    String path = REFINEMENTS + "/" + suggestion() + "/acceptance";
    String key = "accept-" + UUID.randomUUID();

    String first =
        candidate
            .send("POST", path, "{}", key)
            .statusCode(200)
            .header("Rebound-Event-Id", notNullValue())
            .body("status", is("ACCEPTED"))
            .extract()
            .asString();

    assertThat(candidate.send("POST", path, "{}", key).extract().asString()).isEqualTo(first);
    candidate
        .send("POST", path, "{}")
        .statusCode(409)
        .body("type", is("/problems/already-accepted"));
    candidate
        .get(PROFILE)
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("excludedLanguages", contains("German"));
    candidate.get(REFINEMENTS).body("items.status", contains("ACCEPTED"));
  }

  @Test
  void a_suggested_change_is_dismissed_for_good() {
    String path = REFINEMENTS + "/" + suggestion();

    candidate
        .send("POST", path + "/dismissal", "{\"reason\":\"I am learning it\"}")
        .statusCode(200)
        .body("status", is("DISMISSED"));

    candidate.get(REFINEMENTS).body("items.status", contains("DISMISSED"));
    candidate.get(PROFILE).body("excludedLanguages", empty());
    candidate
        .send("POST", path + "/acceptance", "")
        .statusCode(409)
        .body("type", is("/problems/already-dismissed"));
  }

  @Test
  void a_correction_takes_a_suggestion_back() {
    suggestion();
    List<String> evidence = candidate.get(REFINEMENTS).extract().path("items[0].evidence.id");
    String last = "";
    for (String id : evidence) {
      last =
          candidate
              .send("PUT", "insights/causes/" + id, "{\"dismissed\":true}")
              .statusCode(200)
              .extract()
              .header("Rebound-Event-Id");
    }

    candidate.get(REFINEMENTS + "?after=" + last).statusCode(200).body("items", empty());
    candidate.get("insights/perspective").body("byControl.UNKNOWN", is(2));
  }

  @Test
  void refinements_come_in_parts() {
    suggestion();

    candidate
        .get(REFINEMENTS + "?limit=1")
        .statusCode(200)
        .body("items", hasSize(1))
        .body("next", nullValue());
    candidate.get(REFINEMENTS + "?limit=0").statusCode(400);
  }

  @Test
  void somebody_elses_refinement_is_not_there() {
    String id = suggestion();

    new Signed()
        .send("POST", REFINEMENTS + "/" + id + "/acceptance", "{}")
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @Test
  void the_profile_is_put_as_a_whole() {
    candidate.get(PROFILE).statusCode(200).header("ETag", "\"0\"").body("titles", empty());

    candidate
        .send(
            "PUT",
            PROFILE,
            "{\"titles\":[\"Pilot\"],\"workplaces\":[\"REMOTE\",\"REMOTE\"],\"maxAgeDays\":14,"
                + "\"salary\":{\"min\":52000,\"currency\":\"EUR\",\"period\":\"YEAR\"}}")
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("titles", contains("Pilot"))
        .body("workplaces", contains("REMOTE"))
        .body("salary.min", is(52000));
    candidate.sendIfMatch("PUT", PROFILE, "{}", "\"7\"").statusCode(412);
    candidate.sendIfMatch("PUT", PROFILE, "{}", "\"1\"").statusCode(200).body("titles", empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"titles\":\"Pilot\"}",
        "{\"titles\":[null]}",
        "{\"titles\":[\"  \"]}",
        "{\"workplaces\":[\"MOON\"]}",
        "{\"maxAgeDays\":0}",
        "{\"distanceKm\":-1}",
        "{\"salary\":{\"currency\":\"EUR\",\"period\":\"YEAR\"}}",
        "{\"salary\":{\"min\":2,\"max\":1,\"currency\":\"EUR\",\"period\":\"YEAR\"}}",
        "{\"salary\":{\"min\":1,\"currency\":\"euro\",\"period\":\"YEAR\"}}",
        "{\"titles\":[\"Pilot\"],\"excludedTerms\":[\"pilot\"]}",
        "{\"colour\":\"red\"}",
        "",
      })
  void a_bad_profile_is_a_problem(String body) {
    candidate.send("PUT", PROFILE, body).statusCode(400).contentType("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"adzuna", "linkedin", "indeed", "boolean", "json", "LinkedIn"})
  void the_profile_is_exported(String format) {
    candidate
        .send("PUT", PROFILE, "{\"titles\":[\"Pilot\"],\"locations\":[\"Turku\",\"Oulu\"]}")
        .statusCode(200);

    candidate
        .get(PROFILE + "/export?format=" + format)
        .statusCode(200)
        .body(
            format.equalsIgnoreCase("linkedin") || format.equals("indeed") ? "url" : "query",
            notNullValue())
        .body("lost", notNullValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"?format=fax", "?format=", ""})
  void an_unknown_export_is_a_problem(String query) {
    candidate
        .get(PROFILE + "/export" + query)
        .statusCode(400)
        .body("violations.field", contains("format"));
  }

  @Test
  void postings_are_held_against_the_profile() {
    candidate
        .send("PUT", PROFILE, "{\"excludedLanguages\":[\"German\"],\"preferredTerms\":[\"boats\"]}")
        .statusCode(200);

    candidate
        .send(
            "POST",
            PROFILE + "/matches",
            "{\"postings\":[{\"title\":\"Pilot\",\"description\":\"Fluent German required\"},"
                + "{\"title\":\"Pilot for boats\"}]}")
        .statusCode(200)
        .body("index", contains(0, 1))
        .body("verdict", contains("SKIP", "KEEP"))
        .body("[0].reasons", contains("It asks for German, which you leave out."))
        .body("[1].reasons", hasSize(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}",
        "{\"postings\":null}",
        "{\"postings\":[null]}",
        "{\"postings\":[{\"seniority\":\"GURU\"}]}",
        "{\"postings\":[{\"salary\":{\"min\":2,\"max\":1,\"currency\":\"EUR\",\"period\":\"DAY\"}}]}",
        "{\"posting\":{}}",
        "[]",
      })
  void bad_postings_are_problems(String body) {
    candidate
        .send("POST", PROFILE + "/matches", body)
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void an_export_says_what_is_lost() {
    candidate
        .send("PUT", PROFILE, "{\"titles\":[\"Pilot\"],\"seniorities\":[\"SENIOR\"]}")
        .statusCode(200);

    candidate
        .get(PROFILE + "/export?format=indeed")
        .body("url", startsWith("https://www.indeed.com/jobs?q="))
        .body("$", not(hasKey("query")))
        .body("lost", hasItem("The level cannot be said here: senior."));
    candidate
        .get(PROFILE + "/export?format=json")
        .body("query.title", hasItems("Pilot"))
        .body("$", not(hasKey("url")));
  }
}
