package dev.rebound.journeys;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.localstack.Root;
import dev.rebound.localstack.Settings;
import dev.rebound.localstack.demo.Api;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The guides for boards work as they stand: the blocks of a page, in the order of the page and in
 * one shell, are answered as the page says. They need curl and openssl.
 */
class GuideIT {

  private static final Path GUIDES = Root.find().folder().resolve("docs/integrations");
  private static final Whole WHOLE = Whole.running();
  private static final String BOARD = WHOLE.url("web") + "/api/v1/boards/acme";

  /** Where everything is when nobody has chosen another port: the addresses of the guides. */
  private static final Settings DOCUMENTED = new Settings(Map.of());

  private static final List<String> WITH_ADDRESS =
      List.of("web", "application", "feedback", "insights", "keycloak");

  private static final List<String> VENDORS = List.of("greenhouse", "ashby", "standard", "lever");

  /** What the guide subscribes. */
  private static final String RECEIVER = "http://localhost:9000/";

  /**
   * A page and what it promises.
   *
   * @param said how each call is answered, by the heading that it stands under
   * @param leftOut the headings of commands that call nothing here
   */
  private record Guide(String page, Map<String, List<Said>> said, List<String> leftOut) {}

  /** How a call is answered: its status, and what its body has in it. */
  private record Said(int status, List<String> parts) {

    static Said with(int status, String... parts) {
      return new Said(status, List.of(parts));
    }
  }

  private static final Said TOKEN = Said.with(200, "\"access_token\":\"");
  private static final Said APPLIED = Said.with(200, "\"outcome\":\"APPLIED\"");
  private static final Said TAKEN =
      Said.with(200, "{\"accepted\":1,\"duplicates\":0,\"rejected\":[]}");
  private static final Said DONE = Said.with(204);
  private static final Said MAPPED =
      Said.with(
          200,
          "\"company\":\"Lakeside Hospital Trust\"",
          "\"trial week\":\"ASSESSMENT\"",
          "\"r-hired\":\"HIRED\"",
          "\"r-1\":\"Too little experience of night shifts\"");
  private static final Said SUBSCRIBED =
      Said.with(201, "\"secret\":\"whsec_", "\"url\":\"" + RECEIVER + "\"");
  private static final Said NO_CONSENT = Said.with(404, "\"status\":404");

  private static final Guide INCOMING =
      new Guide(
          "incoming.md",
          Map.of(
              "What a board's system sends to Rebound", List.of(TOKEN),
              "Greenhouse", List.of(isSetUp("greenhouse"), APPLIED),
              "Ashby", List.of(isSetUp("ashby"), APPLIED),
              "Standard Webhooks", List.of(isSetUp("standard"), APPLIED),
              "Lever", List.of(isSetUp("lever"), APPLIED),
              "What your names mean", List.of(MAPPED),
              "A list as JSON", List.of(TOKEN, TAKEN),
              "A list as CSV", List.of(TAKEN),
              "Taking back, erasing", List.of(DONE, DONE)),
          List.of());

  private static final Guide OUTGOING =
      new Guide(
          "outgoing.md",
          Map.of(
              "Subscribe", List.of(TOKEN, SUBSCRIBED),
              "Matches, with consent", List.of(NO_CONSENT)),
          List.of("Two receivers"));

  private static Said isSetUp(String vendor) {
    return Said.with(200, "\"provider\":\"" + vendor + "\"");
  }

  @Test
  void what_a_board_sends_is_answered_as_its_guide_says(@TempDir Path folder) throws Exception {
    isAnsweredAsItSays(INCOMING, folder);
  }

  @Test
  void what_a_board_is_told_begins_as_its_guide_says(@TempDir Path folder) throws Exception {
    isAnsweredAsItSays(OUTGOING, folder);
  }

  /**
   * Leaves the board as others find it: no vendor set up, no names of its own, and no calls to a
   * receiver that nobody has started.
   */
  @AfterAll
  static void takeBack() throws IOException, InterruptedException {
    Api board = new Api(() -> WHOLE.realm().clientToken("acme"));
    for (JsonNode subscription : board.get(BOARD + "/subscriptions").body().path("items")) {
      if (subscription.path("url").asText().equals(RECEIVER)) {
        board.delete(BOARD + "/subscriptions/" + subscription.path("id").asText());
      }
    }
    VENDORS.forEach(vendor -> board.delete(BOARD + "/webhooks/" + vendor + "/secret"));
    assertThat(putNoNames()).isEqualTo(200);
  }

  private static int putNoNames() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(BOARD + "/mappings"))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Authorization", "Bearer " + WHOLE.realm().clientToken("acme"))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  private static void isAnsweredAsItSays(Guide guide, Path folder)
      throws IOException, InterruptedException {
    List<FencedBlock> commands =
        FencedBlock.in(Files.readAllLines(GUIDES.resolve(guide.page()))).stream()
            .filter(block -> !block.language().equals("json"))
            .toList();
    assertThat(commands)
        .filteredOn(block -> !calls(block))
        .extracting(FencedBlock::heading)
        .isEqualTo(guide.leftOut());

    List<FencedBlock> calls = commands.stream().filter(GuideIT::calls).toList();
    Map<String, List<ShellScript.Answer>> answers =
        new ShellScript(calls.stream().map(block -> here(block.text())).toList())
            .run(folder).stream()
                .collect(groupingBy(answer -> calls.get(answer.block()).heading()));

    assertThat(answers).containsOnlyKeys(guide.said().keySet());
    guide
        .said()
        .forEach((heading, said) ->
            assertThat(answers.getOrDefault(heading, List.of()))
                .as(heading)
                .zipSatisfy(said, GuideIT::isAnswered));
  }

  /** The rest starts servers of the board's, which would not end. */
  private static boolean calls(FencedBlock block) {
    return block.text().contains("curl ");
  }

  private static String here(String block) {
    String here = block;
    for (String part : WITH_ADDRESS) {
      here = here.replace(DOCUMENTED.url(part), WHOLE.url(part));
    }
    return here;
  }

  private static void isAnswered(ShellScript.Answer answer, Said said) {
    assertThat(answer.status()).as("status of %s", answer.body()).isEqualTo(said.status());
    assertThat(said.parts()).allSatisfy(part -> assertThat(answer.body()).contains(part));
  }
}
