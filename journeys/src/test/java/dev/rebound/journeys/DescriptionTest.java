package dev.rebound.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What each service says of its API is whole, and the pages' types are made from it as it is now.
 */
class DescriptionTest {

  private static final Path ROOT = Path.of("..");
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(strings = {"application", "feedback", "insights"})
  void thePagesKnowWhatTheServiceSays(String service) throws IOException {
    Path said = said(service);
    Path known = ROOT.resolve("web/src/main/webui/openapi/" + service + ".json");

    assertThat(JSON.readTree(known.toFile()))
        .as("%s is out of date: copy %s over it and see that the pages still build", known, said)
        .isEqualTo(JSON.readTree(said.toFile()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"application", "feedback", "insights"})
  void everyOperationIsDescribedAndShown(String service) throws IOException {
    assertThat(new ApiDocument(JSON.readTree(said(service).toFile())).gaps()).isEmpty();
  }

  private static Path said(String service) {
    return ROOT.resolve(service + "-service/target/openapi/openapi.json");
  }
}
