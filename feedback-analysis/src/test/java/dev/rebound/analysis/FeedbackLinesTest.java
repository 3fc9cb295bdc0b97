package dev.rebound.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A line in, a line out. */
class FeedbackLinesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonLines lines =
      new JsonLines(new FeedbackAnswer(FeedbackReader.standard())::json);
  private long unreadable;

  private List<JsonNode> answers(String... in) throws IOException {
    StringBuilder out = new StringBuilder();
    unreadable = lines.answer(new BufferedReader(new StringReader(String.join("\n", in))), out);
    List<JsonNode> answers = new ArrayList<>();
    for (String line : out.toString().lines().toList()) {
      answers.add(JSON.readTree(line));
    }
    return answers;
  }

  private static String line(Object id, String text) {
    return JSON.createObjectNode().putPOJO("id", id).put("text", text).toString();
  }

  @Test
  void what_a_text_says_is_told_with_its_places() throws Exception {
    String text = "Your slides were a joy, but your answers rambled.";

    JsonNode answer = answers(line("a", text)).getFirst();

    assertThat(answer.path("id").asText()).isEqualTo("a");
    assertThat(answer.at("/specificity/level").asText()).isNotEqualTo("GENERIC");
    assertThat(answer.at("/specificity/score").asDouble()).isBetween(0.0, 1.0);
    assertThat(answer.at("/specificity/missing").isArray()).isTrue();
    assertThat(answer.path("reader").asText()).isEqualTo(FeedbackReader.standard().version());
    List<String> causes = new ArrayList<>();
    for (JsonNode statement : answer.path("statements")) {
      int start = statement.path("start").asInt();
      int end = statement.path("end").asInt();
      assertThat(statement.path("text").asText()).isEqualTo(text.substring(start, end));
      if (statement.path("polarity").asText().equals("NEGATIVE")) {
        statement.path("themes").forEach(theme -> causes.add(theme.asText()));
        assertThat(statement.path("control").asText()).isEqualTo("CONTROLLABLE");
        assertThat(statement.path("confidence").asDouble()).isPositive();
      }
    }
    assertThat(causes).containsExactly("ANSWER_STRUCTURE");
  }

  @Test
  void a_generic_text_has_no_themes() throws Exception {
    JsonNode answer = answers(line(1, "Unfortunately we will not be moving forward.")).getFirst();

    assertThat(answer.at("/specificity/level").asText()).isEqualTo("GENERIC");
    assertThat(answer.path("statements")).isNotEmpty();
    assertThat(answer.path("statements"))
        .allMatch(statement -> statement.path("themes").isArray())
        .allMatch(statement -> statement.path("themes").isEmpty());
    assertThat(answer.at("/statements/0/control").isNull()).isTrue();
  }

  @Test
  void questions_stand_where_depth_is_asked_for_and_nowhere_else() throws Exception {
    String cause = "The position was filled internally.";
    String none = "Unfortunately we will not be moving forward.";

    List<JsonNode> answers = answers(line(1, cause), line(2, none));

    assertThat(answers.getFirst().has("questions")).isFalse();
    assertThat(answers.getLast().path("questions")).isNotEmpty();
    FeedbackAnswer answer = new FeedbackAnswer(FeedbackReader.standard());
    assertThat(answer.page(cause)).doesNotContain("\n? ");
    assertThat(answer.page(none)).contains("\n? ");
  }

  @Test
  void a_text_in_another_language_is_said_to_be_not_read() throws Exception {
    List<JsonNode> answers =
        answers(
            line(1, "Leider reicht Ihr Deutsch f\u00fcr die Arbeit am Empfang noch nicht aus."),
            line(2, "Leider m\u00fcssen wir Ihnen eine Absage erteilen."),
            line(3, "Too junior."));

    JsonNode unread = answers.getFirst();
    assertThat(unread.path("read").asBoolean(true)).isFalse();
    assertThat(unread.path("language").asText()).isEqualTo("de");
    assertThat(unread.at("/specificity/level").isNull()).isTrue();
    assertThat(unread.at("/specificity/score").isNull()).isTrue();
    assertThat(unread.at("/specificity/missing")).isEmpty();
    assertThat(unread.path("statements")).allMatch(one -> one.path("themes").isEmpty());
    assertThat(answers.get(1).path("read").asBoolean()).isTrue();
    assertThat(answers.get(1).at("/specificity/level").asText()).isEqualTo("GENERIC");
    assertThat(answers.get(2).path("language").asText()).isEqualTo("en");
  }

  @Test
  void control_is_what_the_words_say() throws Exception {
    JsonNode answer = answers(line(1, "Your forklift licence has lapsed.")).getFirst();

    assertThat(answer.at("/statements/0/themes/0").asText()).isEqualTo("CREDENTIALS");
    assertThat(answer.at("/statements/0/control").asText()).isEqualTo("CONTROLLABLE");
  }

  @Test
  void ids_come_back_as_they_came() throws Exception {
    List<JsonNode> answers =
        answers(line(7, "Too junior."), line("x-7", "Too junior."), "{\"text\":\"Too junior.\"}");

    assertThat(answers.get(0).path("id").isInt()).isTrue();
    assertThat(answers.get(1).path("id").asText()).isEqualTo("x-7");
    assertThat(answers.get(2).has("id")).isFalse();
  }

  @Test
  void a_line_that_cannot_be_read_costs_the_others_nothing() throws Exception {
    List<JsonNode> answers =
        answers(
            line(1, "Too junior."),
            "",
            "{\"id\":2,\"text\":",
            "{\"id\":3}",
            "{\"id\":4,\"text\":5}",
            "[1]",
            line(6, "") + " trailing",
            line(7, ""));

    assertThat(unreadable).isEqualTo(5);
    assertThat(answers).hasSize(7);
    assertThat(answers.get(0).has("error")).isFalse();
    assertThat(answers.get(1).path("line").asInt()).isEqualTo(3);
    assertThat(answers.subList(1, 6)).allMatch(answer -> answer.has("error"));
    assertThat(answers.get(6).at("/specificity/level").asText()).isEqualTo("GENERIC");
    assertThat(answers.get(6).path("statements").isArray()).isTrue();
  }

  @Test
  void many_lines_keep_their_order() throws Exception {
    String[] many =
        IntStream.range(0, 1_500).mapToObj(i -> line(i, "Too junior.")).toArray(String[]::new);

    List<JsonNode> answers = answers(many);

    assertThat(answers)
        .extracting(answer -> answer.path("id").asInt())
        .containsExactlyElementsOf(IntStream.range(0, 1_500).boxed().toList());
  }
}
