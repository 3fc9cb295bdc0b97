package dev.rebound.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.localstack.demo.Api;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No word about a person is in clear in a table, on a topic or in a log. */
class NothingPersonalIT {

  private static final Duration ARRIVAL = Duration.ofSeconds(30);
  private static final List<String> TOPICS =
      List.of("rebound.applications", "rebound.feedback", "rebound.insights");

  private final Whole whole = Whole.running();

  @Test
  void aWordThatMarksEveryTextIsNowhereInClearAndStillReadable() throws IOException {
    String canary = "canary" + Whole.unique();
    Candidate candidate = whole.realm().newCandidate();
    Api api = whole.candidate(candidate);

    String application = everyText(api, canary);

    JsonNode own = api.get(application).body();
    assertThat(own.path("posting").path("title").asText()).contains(canary);
    assertThat(own.path("rejection").path("message").asText()).contains(canary);
    await()
        .atMost(ARRIVAL)
        .untilAsserted(() ->
            assertThat(
                    api.get(whole.url("insights") + "/api/v1/insights/weaknesses")
                        .body()
                        .toString())
                .contains(canary));
    for (String database : List.of("application", "feedback", "insights")) {
      assertThat(clearIn(database, canary)).as("tables of " + database).isEmpty();
    }
    for (String topic : TOPICS) {
      assertThat(
              whole.records(topic).stream()
                  .filter(record -> record.value() != null)
                  .filter(record -> text(record.value()).contains(canary)))
          .as(topic)
          .isEmpty();
    }
    try (Stream<Path> logs = Files.list(whole.logs())) {
      for (Path log : logs.toList()) {
        assertThat(text(Files.readAllBytes(log)))
            .as(log.getFileName().toString())
            .doesNotContain(canary);
      }
    }
  }

  private String everyText(Api api, String canary) {
    String all = whole.url("application") + "/api/v1/applications";
    String one =
        all
            + "/"
            + api.post(
                    all,
                    Map.of(
                        "posting",
                        Map.of(
                            "title", "Title " + canary,
                            "company", "Company " + canary,
                            "location", "Place " + canary,
                            "industry", "Industry " + canary,
                            "description", "Write " + canary + " every day.",
                            "languages", List.of("Language " + canary)),
                        "appliedOn",
                        "2026-09-01",
                        "recruiter",
                        Map.of("name", "Name " + canary, "email", canary + "@example.net")))
                .body()
                .path("id")
                .asText();
    api.post(
        one + "/stages",
        Map.of("kind", "TECHNICAL_INTERVIEW", "reachedOn", "2026-09-05", "note", "Note " + canary));
    api.post(
        one + "/rejection",
        Map.of(
            "stage",
            "TECHNICAL_INTERVIEW",
            "rejectedOn",
            "2026-09-10",
            "message",
            "Your explanations were hard to follow, " + canary + ".",
            "reason",
            "Reason " + canary));
    api.post(
        one + "/reflection/completion",
        Map.of(
            "stages",
            List.of(
                Map.of(
                    "kind",
                    "TECHNICAL_INTERVIEW",
                    "rank",
                    1,
                    "rating",
                    3,
                    "wentWell",
                    "Well " + canary,
                    "toImprove",
                    "Improve " + canary)),
            "causes",
            List.of(Map.of("theme", "COMMUNICATION", "note", "Cause " + canary)),
            "lessons",
            "Lesson " + canary));
    api.post(
        whole.url("feedback") + "/api/v1/feedback",
        Map.of(
            "source", "MENTOR",
            "receivedOn", "2026-09-12",
            "comments", "Explanations were unclear, " + canary + "."));
    api.post(
        whole.url("insights") + "/api/v1/growth-plan/goals",
        Map.of("theme", "COMMUNICATION", "statement", "Goal " + canary));
    return one;
  }

  /** Every table that holds the word, as text or in the bytes of a binary column. */
  private List<String> clearIn(String database, String word) {
    String hex =
        HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8)).toLowerCase(Locale.ROOT);
    List<String> found = new ArrayList<>();
    List<List<String>> tables =
        whole.rows(
            database,
            "select table_schema || '.' || table_name from information_schema.tables"
                + " where table_type = 'BASE TABLE'"
                + " and table_schema not in ('pg_catalog', 'information_schema')");
    assertThat(tables).isNotEmpty();
    for (List<String> table : tables) {
      // The development mailbox stands for the recruiters' own mailboxes, which are not ours.
      if (table.getFirst().contains("mailbox")) {
        continue;
      }
      for (List<String> row :
          whole.rows(database, "select t::text from " + table.getFirst() + " t")) {
        if (row.getFirst().contains(word) || row.getFirst().contains(hex)) {
          found.add(table.getFirst());
        }
      }
    }
    return found;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
