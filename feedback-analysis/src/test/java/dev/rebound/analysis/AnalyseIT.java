package dev.rebound.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the build leaves behind reads feedback by itself, as the launcher starts it. */
class AnalyseIT {

  private static final long SECONDS = 60;

  private static List<String> answers(String input) throws IOException, InterruptedException {
    Path jar = Path.of(System.getProperty("jar"));
    Path libraries = jar.resolveSibling("lib");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                jar + ":" + libraries + "/*",
                Analyse.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
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
}
