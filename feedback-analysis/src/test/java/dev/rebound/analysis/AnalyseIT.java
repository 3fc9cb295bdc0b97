package dev.rebound.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the build leaves behind reads feedback by itself, as the launcher starts it. */
class AnalyseIT {

  private static final long SECONDS = 60;

  private static List<String> answers(String input, String... arguments)
      throws IOException, InterruptedException {
    Path jar = Path.of(System.getProperty("jar"));
    Path libraries = jar.resolveSibling("lib");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", jar + ":" + libraries + "/*", Analyse.class.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
    assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    return lines;
  }

  @Test
  void linesOfJsonAreAnsweredWithLinesOfJson() throws Exception {
    List<String> answers =
        answers(
            """
            {"id":"1","text":"Your answers rambled and you arrived late."}
            {"id":"2","text":"We decided to move forward with other candidates."}
            """);
    assertThat(answers).hasSize(2);
    ObjectMapper json = new ObjectMapper();
    JsonNode first = json.readTree(answers.getFirst());
    JsonNode second = json.readTree(answers.getLast());
    assertThat(first.path("statements").toString()).contains("ANSWER_STRUCTURE");
    assertThat(first.path("specificity").path("level").asText()).isNotEqualTo("GENERIC");
    assertThat(second.path("specificity").path("level").asText()).isEqualTo("GENERIC");
  }

  @Test
  void jobDescriptionsAreAnsweredTheSameWay() throws Exception {
    List<String> answers =
        answers("{\"id\":\"1\",\"text\":\"We need a senior glazier in Bath.\"}", "--jobs");
    assertThat(answers)
        .singleElement()
        .asString()
        .startsWith("{\"id\":\"1\",\"components\":[")
        .contains("\"seniority\":[{\"level\":\"SENIOR\",\"text\":\"senior glazier\"");
  }

  @Test
  void aJobDescriptionAsItStandsIsShownToPeople() throws Exception {
    assertThat(answers("You polish brass for £13 an hour.", "--jobs"))
        .anyMatch(line -> line.startsWith("salary 13 GBP HOUR"));
  }
}
