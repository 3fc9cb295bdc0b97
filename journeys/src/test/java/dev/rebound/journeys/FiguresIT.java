package dev.rebound.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rebound.events.EventType;
import dev.rebound.localstack.demo.Api;
import dev.rebound.localstack.demo.Play;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the dashboards and the alerts ask for is what the services tell after a season. */
class FiguresIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Prometheus tells it of whatever it scrapes. */
  private static final String UP = "up";

  private static final Set<PromQl.Label> EVENTS =
      Arrays.stream(EventType.values())
          .map(type ->
              new PromQl.Label(
                  "rebound_events_appended_total", "type=\"" + type.eventName() + "\""))
          .collect(Collectors.toSet());

  private static final Whole WHOLE = Whole.running();

  @BeforeAll
  static void play() {
    Api api = WHOLE.candidate(WHOLE.realm().newCandidate());
    new Play(api, WHOLE.urls(), Whole.unique(), line -> {}).all();
  }

  @Test
  void every_metric_of_the_dashboards_and_the_alerts_is_told() {
    List<String> expressions = deployed().toList();

    assertThat(expressions).hasSizeGreaterThan(80);
    // The Kafka client tells of a partition once it has fetched from it.
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(missing(expressions)).isEmpty());
  }

  @Test
  void every_label_that_must_have_one_value_has_it_somewhere() {
    Set<PromQl.Label> labels =
        deployed().flatMap(it -> PromQl.labels(it).stream()).collect(Collectors.toSet());

    assertThat(labels).hasSizeGreaterThan(20);
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(untold(labels)).isEmpty());
  }

  @Test
  void what_nobody_tells_is_found() throws JsonProcessingException {
    List<String> planted =
        Monitoring.expressions(
            new ObjectMapper()
                .readTree(
                    """
                    {"panels": [{"targets": [{"expr":
                      "rate(rebound_append_batch_sum[5m]) / rebound_planted_total"}]}]}
                    """));

    assertThat(missing(planted)).containsExactly("rebound_planted_total");
    assertThat(
            untold(PromQl.labels("rebound_events_appended_total{type=\"ApplicationForgotten\"}")))
        .hasSize(1);
  }

  @Test
  void a_season_shows_in_the_figures_of_the_product() {
    List<String> told = told();

    assertThat(sum(told, "rebound_rejections_total")).isPositive();
    assertThat(sum(told, "rebound_feedback_received_total")).isPositive();
    assertThat(sum(told, "rebound_feedback_specificity_count")).isPositive();
    assertThat(sum(told, "rebound_events_appended_total{type=\"FeedbackRequested\"")).isPositive();
  }

  private static Stream<String> deployed() {
    return Stream.of(Monitoring.dashboards(), Monitoring.alerts())
        .map(Map::values)
        .flatMap(files -> files.stream())
        .flatMap(file -> Monitoring.expressions(file).stream());
  }

  private static Set<String> missing(List<String> expressions) {
    Set<String> missing =
        expressions.stream()
            .flatMap(expression -> PromQl.metrics(expression).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    missing.removeAll(
        told().stream().map(line -> line.split("[{ ]", 2)[0]).collect(Collectors.toSet()));
    missing.remove(UP);
    return missing;
  }

  /**
   * Those with a value that nobody tells; events are told by any type there is, in their season.
   */
  private static Set<PromQl.Label> untold(Set<PromQl.Label> labels) {
    List<String> told = told();
    return labels.stream()
        .filter(label -> !EVENTS.contains(label) && !label.metric().equals(UP))
        .filter(label ->
            told.stream()
                .noneMatch(
                    line -> line.startsWith(label.metric() + "{") && line.contains(label.told())))
        .collect(Collectors.toSet());
  }

  private static double sum(List<String> told, String beginning) {
    return told.stream()
        .filter(line -> line.startsWith(beginning))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** The figures of all four applications. */
  private static List<String> told() {
    return Stream.of("web", "application", "feedback", "insights")
        .flatMap(service -> figures(WHOLE.url(service) + "/q/metrics"))
        .filter(line -> !line.startsWith("#"))
        .toList();
  }

  private static Stream<String> figures(String address) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Accept", "text/plain")
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body().lines();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
