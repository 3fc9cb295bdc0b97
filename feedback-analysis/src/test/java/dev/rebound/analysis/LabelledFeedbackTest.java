package dev.rebound.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

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
    try (var files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
  }

  /** What the reader was not taught yet, and what it is never taught. */
  static List<Path> filesApart() throws IOException {
    List<Path> apart = new ArrayList<>();
    for (String folder : List.of("new", "unseen")) {
      try (var files = Files.list(FOLDER.resolve(folder))) {
        files.filter(file -> file.toString().endsWith(".jsonl")).sorted().forEach(apart::add);
      }
    }
    return apart;
  }

  static List<Path> allFiles() throws IOException {
    List<Path> all = new ArrayList<>(files());
    all.addAll(filesApart());
    return all;
  }

  @ParameterizedTest
  @MethodSource("allFiles")
  void statementsArePartsOfTheirTextInOrder(Path file) throws IOException {
    for (JsonNode message : messages(file)) {
      assertThatCode(() -> new Labels(message))
          .as("%s", message.path("id"))
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @MethodSource("allFiles")
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
  void whatNamesACauseIsSpecific(Path file) throws IOException {
    for (JsonNode message : messages(file)) {
      assertThat(message.path("specificity").asText())
          .as("%s", message.path("id"))
          .isEqualTo(Evaluation.codes(message).isEmpty() ? "GENERIC" : "SPECIFIC");
    }
  }

  @ParameterizedTest
  @MethodSource("filesApart")
  void somebodyElsesAdvantageIsNoCauseInTheFilesApart(Path file) throws IOException {
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
    for (Path file : allFiles()) {
      for (JsonNode message : messages(file)) {
        assertThat(ids.add(message.path("id").asText())).as("%s", message.path("id")).isTrue();
        assertThat(texts.add(message.path("text").asText())).as("%s", message.path("id")).isTrue();
      }
    }
    assertThat(texts).hasSizeGreaterThan(1_500);
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
