package dev.rebound.insights;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.rebound.analysis.FeedbackReader;
import dev.rebound.delivery.Rebuild;
import dev.rebound.delivery.Rereading;
import dev.rebound.events.FeedbackSource;
import dev.rebound.events.Theme;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.postgres.EventCodec;
import dev.rebound.insights.contexts.ContextProjection;
import dev.rebound.insights.contexts.ScriptedReader;
import dev.rebound.sealing.Sealing;
import dev.rebound.testkit.Stack;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.common.annotation.Identifier;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The service has been given a better reader: a rebuild reads all of history with it. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@QuarkusTestResource(TopicsTestResource.class)
@SuppressWarnings("NullAway.Init") // What the test framework sets.
class RereadingIT {

  private static final LocalDate DAY = LocalDate.of(2026, 8, 3);
  private static final String RAMBLING = "Your answers rambled and had no concrete example.";
  private static final String DUTCH = "We need somebody who speaks Dutch fluently.";

  /** It took rambling for nerves, and did not know what Dutch is. */
  private static final FeedbackReader EARLIER =
      new ScriptedReader("earlier-1").critique(RAMBLING, Theme.COMPOSURE);

  @Inject EventCodec codec;
  @Inject Pool pool;
  @Inject DataSource copies;
  @Inject Sealing sealing;

  @Inject
  @Identifier("default-kafka-broker")
  Map<String, Object> kafka;

  private final Signed candidate = new Signed();

  @Test
  void aRebuildReadsHistoryAgainSaysWhatChangedAndKeepsWhatWasCorrected() throws Exception {
    candidate
        .history()
        .rejection("Quay", DAY, DUTCH)
        .told(FeedbackSource.PEER, DAY.plusDays(2), RAMBLING)
        .told(FeedbackSource.MENTOR, DAY.plusDays(5), RAMBLING);
    try (Published published = new Published(codec, Stack.kafka().bootstrapServers())) {
      candidate.publish(published);
    }
    List<Rereading> backwards = readEverythingWithTheEarlierReader();
    assertThat(backwards)
        .singleElement()
        .returns(FeedbackReader.standard().version(), Rereading::from)
        .returns("earlier-1", Rereading::to);
    String corrected =
        weaknesses()
            .body("weaknesses.theme", contains("COMPOSURE"))
            .body("weaknesses[0].evidence.reader", everyItem(is("earlier-1")))
            .extract()
            .path("weaknesses[0].evidence[0].id");
    correct(corrected, "{\"theme\":\"MOTIVATION\"}");

    rebuild("POST").statusCode(202);

    String said = awaitRebuilt();
    assertThat(said).doesNotContain("rambled", "Dutch");
    weaknesses()
        .body("weaknesses.theme", hasItem("ANSWER_STRUCTURE"))
        .body("weaknesses.theme", hasItem("LOCAL_LANGUAGE"))
        .body("weaknesses.theme", not(hasItem("COMPOSURE")))
        .body(
            "weaknesses.find { it.theme == 'ANSWER_STRUCTURE' }.evidence.reader",
            everyItem(is(FeedbackReader.standard().version())))
        .body("weaknesses.find { it.theme == 'ANSWER_STRUCTURE' }.occurrences", is(1))
        .body("weaknesses.find { it.theme == 'MOTIVATION' }.evidence.id", contains(corrected))
        .body("weaknesses.find { it.theme == 'MOTIVATION' }.evidence.corrected", contains(true));
  }

  /** As if all that there is had come in while the service had that reader. */
  private List<Rereading> readEverythingWithTheEarlierReader() throws InterruptedException {
    return new Rebuild(Topic.INSIGHTS, pool, copies, codec, sealing, kafka)
        .run(
            new ContextProjection(sealing, EARLIER),
            new Rebuild.Watcher() {
              @Override
              public void expects(long events) {
                // Nobody asks.
              }

              @Override
              public void read(long more) {
                // Nobody asks.
              }

              @Override
              public void switched() {
                // Nobody asks.
              }
            })
        .rereadings();
  }

  private static String awaitRebuilt() {
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> rebuild("GET").statusCode(200).body("status", is("DONE")));
    return rebuild("GET")
        .body("rereadings.from", contains("earlier-1"))
        .body("rereadings.to", contains(FeedbackReader.standard().version()))
        .body("rereadings[0].texts", greaterThanOrEqualTo(3))
        .body("rereadings[0].specificNow", greaterThanOrEqualTo(1))
        .body("rereadings[0].otherThemes", greaterThanOrEqualTo(3))
        .extract()
        .asString();
  }

  private void correct(String evidence, String body) {
    String event =
        candidate
            .send("PUT", "insights/causes/" + evidence, body)
            .statusCode(200)
            .extract()
            .header("Rebound-Event-Id");
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() ->
            candidate.get("insights/weaknesses?after=" + UUID.fromString(event)).statusCode(200));
  }

  private ValidatableResponse weaknesses() {
    return candidate.get("insights/weaknesses").statusCode(200);
  }

  private static ValidatableResponse rebuild(String method) {
    return given()
        .auth()
        .oauth2(Stack.keycloak().token("operator"))
        .request(method, "/api/v1/operations/views/contexts/rebuild")
        .then();
  }
}
