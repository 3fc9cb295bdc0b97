package dev.rebound.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.localstack.demo.Api;
import dev.rebound.localstack.demo.Play;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The pages in a real browser: what {@code browser/tests} says, against the running whole. Pictures
 * of every page are left in {@code target/pages}. Needs Chromium, which {@code ./rebound test} sees
 * to; where there can be none it says so and leaves this out.
 */
class BrowserIT {

  private static final Path TESTS = Path.of("browser").toAbsolutePath();
  private static final Whole WHOLE = Whole.running();
  private static final String FIRST_FAILED = "  1) ";
  private static final int MOST_LINES = 120;
  private static final int GOES = 2;

  private static String seasoned = "";

  @BeforeAll
  static void play() throws Exception {
    Candidate candidate = WHOLE.realm().newCandidate();
    Api api = WHOLE.candidate(candidate);
    new Play(api, WHOLE.urls(), Whole.unique(), System.out::println).all();
    seasoned = candidate.name();
    run(List.of("npm", "ci", "--no-audit", "--no-fund"), Map.of());
  }

  @Test
  void the_pages_hold_what_they_promise() throws Exception {
    run(
        List.of("npx", "playwright", "test"),
        Map.of(
            "REBOUND_WEB", WHOLE.url("web"),
            "REBOUND_FEEDBACK", WHOLE.url("feedback"),
            "REBOUND_SEASONED", seasoned,
            "REBOUND_FRESH", onePerGo(),
            "REBOUND_LEAVING", onePerGo(),
            "REBOUND_CHROMIUM", chromium()));
  }

  /** New candidates, since a test that is tried again needs one to whom nothing has happened. */
  private static String onePerGo() {
    return Stream.generate(() -> WHOLE.realm().newCandidate().name())
        .limit(GOES)
        .collect(Collectors.joining(","));
  }

  private static void run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(TESTS.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    // Its own streams: on those of a forked test run the runner talks to its fork.
    process.getOutputStream().close();
    List<String> said = process.inputReader().lines().peek(System.out::println).toList();
    assertThat(process.waitFor())
        .as(() -> String.join(" ", command) + "\n" + String.join("\n", failed(said)))
        .isZero();
  }

  /** What the runner said of the tests that failed, which it numbers at its end. */
  private static List<String> failed(List<String> said) {
    return said.stream()
        .dropWhile(line -> !line.startsWith(FIRST_FAILED))
        .limit(MOST_LINES)
        .toList();
  }

  private static String chromium() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(name ->
            Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst()
        .orElseThrow(() ->
            new AssertionError(
                "The browser tests need Chromium, and there is none. Install it: apt-get install chromium"));
  }
}
