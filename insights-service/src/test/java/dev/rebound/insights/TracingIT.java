package dev.rebound.insights;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.postgres.EventCodec;
import dev.rebound.testkit.Stack;
import dev.rebound.testkit.StackTestResource;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One trace shows a request, its append, its way to the broker, and the batch of a handler. */
@QuarkusTest
@TestProfile(TracingIT.Recorded.class)
@QuarkusTestResource(StackTestResource.class)
@QuarkusTestResource(TopicsTestResource.class)
@SuppressWarnings("NullAway.Init") // What the test framework sets.
class TracingIT {

  /** Every trace is recorded, and sent nowhere. */
  public static class Recorded implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.otel.sdk.disabled", "false",
          "quarkus.otel.traces.exporter", "none",
          "quarkus.otel.traces.sampler.arg", "1");
    }
  }

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String SPAN = "b7ad6b7169203331";

  /** Nothing but these is recorded of anything. */
  private static final Set<String> KNOWN =
      Set.of(
          "http.request.method",
          "http.route",
          "http.response.status_code",
          "db.system.name",
          "db.operation.batch.size",
          "messaging.system",
          "messaging.destination.name",
          "messaging.batch.message_count",
          "rebound.handler",
          "error.type");

  @Inject CollectedSpans spans;
  @Inject EventCodec codec;
  @Inject Pool pool;

  @Test
  void a_command_is_one_trace_from_the_request_to_the_broker() {
    String trace = trace();
    Signed candidate = new Signed();
    UUID event =
        UUID.fromString(
            given()
                .auth()
                .oauth2(candidate.token())
                .header("traceparent", "00-" + trace + "-" + SPAN + "-01")
                .contentType("application/json")
                .body(
                    "{\"theme\":\"ANSWER_STRUCTURE\",\"statement\":\"Answer in three sentences\"}")
                .post("/api/v1/growth-plan/goals?note=words")
                .then()
                .statusCode(201)
                .extract()
                .header("Rebound-Event-Id"));

    SpanData request = ended(trace, "POST /api/v1/growth-plan/goals");
    SpanData append = ended(trace, "append growth-plan");
    SpanData send = ended(trace, "send rebound.insights");
    assertThat(request.getParentSpanId()).isEqualTo(SPAN);
    assertThat(append.getParentSpanId()).isEqualTo(request.getSpanId());
    assertThat(send.getParentSpanId()).isEqualTo(append.getSpanId());
    assertThat(stored(event)).isEqualTo("00-" + trace + "-" + append.getSpanId() + "-01");
    assertThat(spans.of(trace))
        .allSatisfy(span -> {
          assertThat(keys(span)).isSubsetOf(KNOWN);
          assertThat(span.getAttributes().asMap().values().toString()).doesNotContain("words");
        });
  }

  @Test
  void what_another_service_published_goes_on_in_its_trace() {
    String trace = trace();
    Signed candidate = new Signed();
    List<StoredEvent> events =
        candidate.history().applied("Traced", LocalDate.of(2026, 7, 14)).events().stream()
            .map(event -> event.within("00-" + trace + "-" + SPAN + "-01"))
            .toList();

    try (Published published = new Published(codec, Stack.kafka().bootstrapServers())) {
      published.publish(events);
    }

    SpanData process = ended(trace, "process contexts");
    assertThat(process.getParentSpanId()).isEqualTo(SPAN);
    assertThat(keys(process)).isSubsetOf(KNOWN);
  }

  @Test
  void health_and_figures_are_no_requests_of_anybody() {
    String trace = trace();

    given()
        .header("traceparent", "00-" + trace + "-" + SPAN + "-01")
        .get("/q/health/live")
        .then()
        .statusCode(200);
    given()
        .header("traceparent", "00-" + trace + "-" + SPAN + "-01")
        .get("/api/v1/insights/weaknesses")
        .then()
        .statusCode(401);

    ended(trace, "GET /api/v1/insights/weaknesses");
    assertThat(spans.of(trace)).hasSize(1);
  }

  private SpanData ended(String trace, String name) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(spans.of(trace, name))
                .as("%s among %s", name, spans.of(trace).stream().map(SpanData::getName).toList())
                .isNotEmpty());
    return spans.of(trace, name).getFirst();
  }

  private String stored(UUID event) {
    return pool.preparedQuery("select trace from event where id = $1")
        .execute(Tuple.of(event))
        .await()
        .atMost(PATIENCE)
        .iterator()
        .next()
        .getString("trace");
  }

  private static Set<String> keys(SpanData span) {
    return span.getAttributes().asMap().keySet().stream()
        .map(key -> key.getKey())
        .collect(Collectors.toSet());
  }

  private static String trace() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
