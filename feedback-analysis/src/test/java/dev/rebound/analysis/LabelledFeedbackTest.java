package dev.rebound.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rebound.events.Control;
import dev.rebound.events.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The labelled feedback is what its README says it is. */
class LabelledFeedbackTest {

  private static final Path FOLDER = Path.of("data");
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<Path> files() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String folder : List.of("training", "held-out")) {
      try (var files = Files.list(FOLDER.resolve(folder))) {
        files.filter(file -> file.toString().endsWith(".jsonl")).sorted().forEach(all::add);
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("files")
  void statementsArePartsOfTheirTextInOrder(Path file) throws IOException {
    for (JsonNode message : messages(file)) {
      String text = message.path("text").asText();
      int from = 0;
      for (JsonNode statement : message.path("statements")) {
        String part = statement.path("text").asText();
        int start = text.indexOf(part, from);
        assertThat(start).as("%s: %s", message.path("id"), part).isNotNegative();
        from = start + part.length();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyLabelIsACode(Path file) throws IOException {
    for (JsonNode message : messages(file)) {
      for (JsonNode statement : message.path("statements")) {
        Polarity.valueOf(statement.path("polarity").asText());
        statement.path("themes").forEach(theme -> Theme.valueOf(theme.asText()));
        if (statement.has("control")) {
          Control.valueOf(statement.path("control").asText());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void whatNamesACauseIsSpecificAndSomebodyElsesAdvantageIsNone(Path file) throws IOException {
    for (JsonNode message : messages(file)) {
      Set<String> causes = Evaluation.codes(message);
      causes.remove(Theme.STRONGER_CANDIDATE.name());
      assertThat(message.path("specificity").asText())
          .as("%s", message.path("id"))
          .isEqualTo(causes.isEmpty() ? "GENERIC" : "SPECIFIC");
    }
  }

  @Test
  void noTextStandsTwice() throws IOException {
    Set<String> texts = new HashSet<>();
    Set<String> ids = new HashSet<>();
    for (Path file : files()) {
      for (JsonNode message : messages(file)) {
        assertThat(ids.add(message.path("id").asText())).as("%s", message.path("id")).isTrue();
        assertThat(texts.add(message.path("text").asText())).as("%s", message.path("id")).isTrue();
      }
    }
    assertThat(texts).hasSizeGreaterThan(6_000);
  }

  private static List<JsonNode> messages(Path file) throws IOException {
    List<JsonNode> messages = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      messages.add(JSON.readTree(line));
    }
    assertThat(messages).as("%s", file).isNotEmpty();
    return messages;
  }
}
