package dev.rebound.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class RebuildProgressTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, UTF_8);

  @Test
  void inALogThereIsALineForEachTenth() throws Exception {
    RebuildProgress progress = new RebuildProgress(out, false, "contexts");
    for (int events = 0; events <= 1_000; events += 10) {
      progress.show(json("{\"status\":\"RUNNING\",\"total\":1000,\"events\":" + events + "}"));
    }

    assertThat(printed.toString(UTF_8).lines()).hasSize(11);
    assertThat(printed.toString(UTF_8)).contains(" 50 %  500 events").doesNotContain("\r");
  }

  @Test
  void aPersonSeesItInPlace() throws Exception {
    RebuildProgress progress = new RebuildProgress(out, true, "contexts");
    progress.show(json("{\"status\":\"RUNNING\",\"total\":10,\"events\":5}"));
    progress.show(json("{\"status\":\"RUNNING\",\"total\":10,\"events\":12}"));

    assertThat(printed.toString(UTF_8)).contains("\r", "50 %", "100 %").doesNotContain("\n");
  }

  @Test
  void theEndSaysHowManyRowsAreOther() throws Exception {
    RebuildProgress progress = new RebuildProgress(out, false, "contexts");

    assertThat(progress.end("insights", json("{\"status\":\"DONE\",\"events\":7,\"differing\":2}")))
        .isTrue();
    assertThat(progress.end("insights", json("{\"status\":\"FAILED\",\"events\":7}"))).isFalse();
    assertThat(progress.end("insights", json("{\"status\":\"NONE\",\"events\":0}"))).isFalse();

    assertThat(printed.toString(UTF_8))
        .contains("rebuilt of 7 events; 2 rows are not as they were")
        .contains("the former rows are still live. See: ./rebound logs insights")
        .contains("insights was started again meanwhile");
  }

  @Test
  void theEndSaysWhatAnotherReaderChanged() throws Exception {
    RebuildProgress progress = new RebuildProgress(out, false, "contexts");

    progress.end(
        "insights",
        json(
            """
            {"status": "DONE", "events": 9, "differing": 5, "rereadings": [
              {"from": "7", "to": "8", "texts": 12, "specificNow": 1, "genericNow": 0, "otherThemes": 4},
              {"from": "6", "to": "8", "texts": 1, "specificNow": 0, "genericNow": 1, "otherThemes": 1}]}
            """));

    assertThat(printed.toString(UTF_8))
        .contains(
            "contexts             12 texts read again (reader 7 -> 8): 1 is specific now that named no cause, 0 are generic now that named one, 4 have other themes",
            "contexts             1 text read again (reader 6 -> 8): 0 are specific now that named no cause, 1 is generic now that named one, 1 has other themes");
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }
}
