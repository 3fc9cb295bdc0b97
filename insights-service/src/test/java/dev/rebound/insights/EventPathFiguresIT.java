package dev.rebound.insights;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the dashboard and the alerts ask for is what a running service tells. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@QuarkusTestResource(TopicsTestResource.class)
@SuppressWarnings("NullAway.Init") // What the test framework sets.
class EventPathFiguresIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Path ROOT = Path.of(System.getProperty("rebound.root"));

  @Inject Pool pool;

  @Test
  void every_metric_of_the_dashboard_and_the_alerts_is_told() throws IOException {
    Set<String> asked = metrics(expressions(dashboard()));
    asked.addAll(metrics(expressions(alerts())));

    assertThat(asked).hasSizeGreaterThan(25);
    // The Kafka client tells of a partition once it has fetched from it.
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(missing(asked)).isEmpty());
  }

  @Test
  void a_metric_that_nobody_tells_is_found() throws IOException {
    JsonNode planted =
        new ObjectMapper()
            .readTree(
                """
                {"panels": [{"targets": [
                  {"expr": "sum by (job) (rate(rebound_append_batch_sum[5m])) / rebound_planted_total"}
                ]}]}
                """);

    assertThat(missing(metrics(expressions(planted)))).containsExactly("rebound_planted_total");
  }

  @Test
  void a_command_shows_at_each_step() {
    Figures before = Figures.now();

    setGoal();

    for (String figure :
        List.of(
            "http_server_requests_seconds_count{",
            "rebound_append_batch_sum",
            "rebound_append_seconds_count",
            "rebound_append_queue_count",
            "rebound_sealing_seconds_count{operation=\"seal\"",
            "rebound_sealing_seconds_count{operation=\"open\"",
            "rebound_keys_lookups_total{result=\"miss\"",
            "rebound_handler_events_total{handler=\"contexts\"",
            "rebound_handler_batch_seconds_count{handler=\"contexts\"")) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(() ->
              assertThat(Figures.now().sum(figure)).as(figure).isGreaterThan(before.sum(figure)));
    }
    assertThat(Figures.now().sum("rebound_relay_active")).isEqualTo(1.0);
  }

  @Test
  void a_transaction_that_stays_open_shows_and_so_does_what_it_holds_back() {
    SqlConnection connection = pool.getConnection().await().atMost(PATIENCE);
    try {
      connection.begin().await().atMost(PATIENCE);
      connection.query("select pg_current_xact_id()").execute().await().atMost(PATIENCE);
      setGoal();

      for (String figure :
          List.of(
              "rebound_database_horizon_age_seconds",
              "rebound_database_oldest_transaction_seconds",
              "rebound_relay_lag_seconds",
              "rebound_relay_unsent")) {
        await()
            .atMost(PATIENCE)
            .untilAsserted(() -> {
              // The database ends a transaction that is idle for long.
              connection.query("select 1").execute().await().atMost(PATIENCE);
              assertThat(Figures.now().sum(figure)).as(figure).isPositive();
            });
      }
    } finally {
      // Rolls back.
      connection.closeAndForget();
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(Figures.now().sum("rebound_relay_unsent")).isZero());
  }

  private static void setGoal() {
    new Signed()
        .send(
            "POST",
            "growth-plan/goals",
            "{\"theme\":\"ANSWER_STRUCTURE\",\"statement\":\"Answer in three sentences\"}")
        .statusCode(201);
  }

  @Test
  void every_panel_has_a_unit_and_says_what_it_shows() throws IOException {
    List<JsonNode> panels = new ArrayList<>();
    for (JsonNode panel : dashboard().path("panels")) {
      if (!panel.path("type").asText().equals("row")) {
        panels.add(panel);
      }
    }

    assertThat(panels)
        .hasSizeGreaterThan(20)
        .allSatisfy(panel -> {
          assertThat(panel.path("description").asText()).hasSizeGreaterThan(20);
          assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isNotEmpty();
          assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
        });
  }

  @Test
  void every_alert_leads_to_its_part_of_the_runbook() throws IOException {
    Set<String> parts =
        Files.readAllLines(ROOT.resolve("docs/operations/event-path.md")).stream()
            .filter(line -> line.startsWith("## "))
            .map(line ->
                "docs/operations/event-path.md#" + line.substring(3).toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    List<JsonNode> rules = new ArrayList<>();
    alerts().at("/groups/0/rules").forEach(rules::add);

    assertThat(rules)
        .hasSize(7)
        .allSatisfy(rule -> {
          assertThat(rule.at("/annotations/summary").asText()).isNotEmpty();
          assertThat(rule.at("/annotations/description").asText()).isNotEmpty();
          assertThat(parts).contains(rule.at("/annotations/runbook_url").asText());
        });
  }

  private static JsonNode dashboard() throws IOException {
    return new ObjectMapper().readTree(ROOT.resolve("deploy/dashboards/event-path.json").toFile());
  }

  private static JsonNode alerts() throws IOException {
    return new ObjectMapper(new YAMLFactory())
        .readTree(ROOT.resolve("deploy/alerts/event-path.yaml").toFile());
  }

  private static List<String> expressions(JsonNode file) {
    List<String> expressions = file.findValuesAsText("expr");
    expressions.addAll(file.findValuesAsText("definition"));
    assertThat(expressions).isNotEmpty();
    return expressions;
  }

  private static Set<String> metrics(List<String> expressions) {
    return expressions.stream()
        .flatMap(expression -> PromQl.metrics(expression).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> missing(Set<String> asked) {
    given().get("/api/v1/insights/weaknesses").then().statusCode(401);
    Set<String> missing = new TreeSet<>(asked);
    missing.removeAll(Figures.now().names());
    missing.remove("up"); // Prometheus tells it of whatever it scrapes.
    return missing;
  }
}
