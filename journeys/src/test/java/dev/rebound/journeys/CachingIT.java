package dev.rebound.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser may keep of the pages. */
class CachingIT {

  private static final Path ASSETS = Path.of("../web/target/quinoa/build/assets");

  private final Whole whole = Whole.running();

  @Test
  void aFileThatIsNamedByItsContentIsKeptForGood() throws Exception {
    List<String> names;
    try (Stream<Path> files = Files.list(ASSETS)) {
      names = files.map(file -> file.getFileName().toString()).toList();
    }

    assertThat(names).hasSizeGreaterThan(20);
    for (String name : names) {
      assertThat(caching("/assets/" + name))
          .as(name)
          .isEqualTo("public, max-age=31536000, immutable");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/assets/invitation.js", "/assets/nothing-12345678.js", "/"})
  void nothingElseIsForLong(String path) throws Exception {
    assertThat(caching(path)).doesNotContain("31536000");
  }

  private String caching(String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(whole.url("web") + path)).build(),
              BodyHandlers.discarding())
          .headers()
          .firstValue("Cache-Control")
          .orElse("");
    }
  }
}
