package dev.rebound.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.localstack.demo.Api;
import dev.rebound.localstack.demo.Play;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a whole season of a candidate's search adds up to. */
class SeasonIT {

  private static final Place PLACE = Place.found();
  private static Api api = new Api(() -> "");
  private static String after = "";

  @BeforeAll
  static void play() {
    Candidate candidate = PLACE.realm().newCandidate();
    api = PLACE.candidate(candidate);
    Play play = new Play(api, PLACE.urls(), Whole.unique(), System.out::println);
    play.all();
    after = "?after=" + play.lastEvent().orElseThrow();
  }

  @Test
  void theStructureOfAnswersRecursOverInterviewsAndOtherFeedback() {
    JsonNode weaknesses = insights("weaknesses" + after).path("weaknesses");

    JsonNode first = weaknesses.path(0);
    assertThat(first.path("theme").asText()).isEqualTo("ANSWER_STRUCTURE");
    assertThat(first.path("status").asText()).isEqualTo("RECURRING");
    assertThat(first.path("contexts").asInt()).isGreaterThanOrEqualTo(3);
    assertThat(first.path("sources").size()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void whatWasNeverInTheirHandsIsNoWeakness() {
    JsonNode weaknesses = insights("weaknesses" + after).path("weaknesses");

    assertThat(weaknesses.findValuesAsText("theme"))
        .doesNotContain("POSITION_CLOSED", "STRONGER_CANDIDATE", "CULTURE_FIT", "UNSPECIFIED");
  }

  @Test
  void thePerspectiveCountsEveryRejectionOnce() {
    JsonNode perspective = insights("perspective" + after);

    assertThat(perspective.path("rejections").asInt()).isEqualTo(9);
    int sum = 0;
    for (JsonNode count : perspective.path("byControl")) {
      sum += count.asInt();
    }
    assertThat(sum).isEqualTo(9);
    assertThat(perspective.path("byControl").path("OUT_OF_CONTROL").asInt())
        .isGreaterThanOrEqualTo(1);
    assertThat(perspective.path("byControl").path("LONG_TERM").asInt()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void aLanguageThatRejectedTwiceIsSuggestedForTheSearch() {
    JsonNode body = api.get(PLACE.url("insights") + "/api/v1/search-refinements" + after).body();
    JsonNode refinements = body.isArray() ? body : body.path("items");

    assertThat(refinements.findValuesAsText("kind")).contains("LANGUAGE");
  }

  @Test
  void theWebServesTheSameUnderOneOrigin() {
    for (String path : List.of("insights/weaknesses", "applications", "feedback")) {
      JsonNode there = api.get(PLACE.url("web") + "/api/v1/" + path).body();

      assertThat(there.isObject() || there.isArray()).as(path).isTrue();
      assertThat(there.isEmpty()).as(path).isFalse();
    }
  }

  private static JsonNode insights(String question) {
    return api.get(PLACE.url("insights") + "/api/v1/insights/" + question).body();
  }
}
