package dev.rebound.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A job description in, a line out. */
class JobLinesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String POSTING =
      """
      <h1>Senior Beekeeper</h1>
      <p>You will work at our <b>Ludlow</b> farm. Salary: &pound;31,000 &ndash; &pound;35,500.</p>
      <h2>What you bring</h2>
      <ul><li>3 years of experience with hives</li><li>Welsh is a plus</li></ul>
      <p>This is an on-site role.</p>
      """;

  private static JsonNode answer(Object id, String text) throws IOException {
    return answers(JSON.createObjectNode().putPOJO("id", id).put("text", text).toString())
        .getFirst();
  }

  private static List<JsonNode> answers(String... in) throws IOException {
    StringBuilder out = new StringBuilder();
    new JsonLines(new JobAnswer()::json)
        .answer(new BufferedReader(new StringReader(String.join("\n", in))), out);
    List<JsonNode> answers = new ArrayList<>();
    for (String line : out.toString().lines().toList()) {
      answers.add(JSON.readTree(line));
    }
    return answers;
  }

  @Test
  void componentsComeWithTheirKinds() throws Exception {
    JsonNode answer = answer(7, POSTING);

    assertThat(answer.path("id").asInt()).isEqualTo(7);
    assertThat(answer.path("components").findValuesAsText("text"))
        .contains("3 years of experience with hives", "This is an on-site role.");
    assertThat(answer.at("/components/0/id").asText()).hasSize(16);
    assertThat(answer.path("components").findValuesAsText("kind")).contains("REQUIREMENT");
  }

  @Test
  void factsComeWithTheirValues() throws Exception {
    JsonNode answer = answer("a", POSTING);

    assertThat(answer.at("/seniority/0/level").asText()).isEqualTo("SENIOR");
    assertThat(answer.at("/experience/0/min").asInt()).isEqualTo(3);
    assertThat(answer.at("/experience/0/max").isNull()).isTrue();
    assertThat(answer.at("/workplace/0/kind").asText()).isEqualTo("ONSITE");
    assertThat(answer.at("/languages/0/language").asText()).isEqualTo("Welsh");
    assertThat(answer.at("/languages/0/need").asText()).isEqualTo("WISHED");
    assertThat(answer.at("/salary/0/min").toString()).isEqualTo("31000");
    assertThat(answer.at("/salary/0/max").toString()).isEqualTo("35500");
    assertThat(answer.at("/salary/0/currency").asText()).isEqualTo("GBP");
    assertThat(answer.at("/salary/0/period").asText()).isEqualTo("YEAR");
    assertThat(answer.at("/location/0/kind").asText()).isEqualTo("PLACE");
    assertThat(answer.at("/location/0/place").asText()).isEqualTo("Ludlow");
  }

  @Test
  void theWordsOfAFactStandWhereItSays() throws Exception {
    JsonNode answer = answer("a", POSTING);

    for (String kind :
        List.of("seniority", "experience", "workplace", "languages", "salary", "location")) {
      assertThat(answer.path(kind)).as(kind).isNotEmpty();
      for (JsonNode fact : answer.path(kind)) {
        assertThat(fact.path("text").asText())
            .isEqualTo(POSTING.substring(fact.path("start").asInt(), fact.path("end").asInt()));
      }
    }
    assertThat(answer.at("/salary/0/text").asText())
        .isEqualTo("&pound;31,000 &ndash; &pound;35,500");
  }

  @Test
  void whatIsNotSaidIsAnEmptyList() throws Exception {
    JsonNode answer = answer("a", "We bake bread.");

    for (String kind :
        List.of("seniority", "experience", "workplace", "languages", "salary", "location")) {
      assertThat(answer.path(kind).isArray()).isTrue();
      assertThat(answer.path(kind)).isEmpty();
    }
  }

  @Test
  void aLineThatCannotBeReadCostsTheOthersNothing() throws Exception {
    List<JsonNode> answers = answers("{\"id\":1}", "", "{\"text\":", "{\"text\":\"Knead.\"}");

    assertThat(answers).hasSize(3);
    assertThat(answers.get(0).path("line").asInt()).isEqualTo(1);
    assertThat(answers.get(1).path("line").asInt()).isEqualTo(3);
    assertThat(answers.get(2).path("components")).hasSize(1);
  }

  @Test
  void aPageShowsComponentsAndFactsWithTheirWords() {
    assertThat(new JobAnswer().page(POSTING))
        .contains("REQUIREMENT\n  3 years of experience with hives\n")
        .containsPattern("salary 31000\\.\\.35500 GBP YEAR +\"&pound;31,000")
        .containsPattern("level SENIOR +\"Senior Beekeeper\"");
  }
}
