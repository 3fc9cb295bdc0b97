package dev.rebound.feedback.received;

import static dev.rebound.feedback.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rebound.analysis.FeedbackReader;
import dev.rebound.analysis.Reading;
import dev.rebound.analysis.Specificity;
import dev.rebound.delivery.Rebuild;
import dev.rebound.events.MissingPart;
import dev.rebound.events.SpecificityLevel;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.postgres.EventCodec;
import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.sealing.Sealing;
import dev.rebound.testkit.Stack;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.smallrye.common.annotation.Identifier;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What came in while the service had another reader is read again by a rebuild. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@SuppressWarnings("NullAway.Init") // What the test framework sets.
class RereadingIT {

  private static final String COMMENTS =
      "In the technical interview your answers rambled. Bring one example next time.";

  private static final String REBUILD = "/api/v1/operations/views/received-feedback/rebuild";

  /** It found nothing in any text. */
  private static final class Blind implements FeedbackReader {
    @Override
    public Reading read(String text) {
      return new Reading(
          new Specificity(SpecificityLevel.GENERIC, 0, List.of(MissingPart.values())),
          List.of(),
          List.of());
    }

    @Override
    public String version() {
      return "blind-1";
    }
  }

  @Inject EventCodec codec;
  @Inject Pool pool;
  @Inject DataSource copies;
  @Inject Sealing sealing;

  @Inject
  @Identifier("default-kafka-broker")
  Map<String, Object> kafka;

  private final Candidate candidate = Stack.keycloak().newCandidate();

  @Test
  void aRebuildReadsAgainAndSaysWhatChangedAndTheFirstJudgementStays() throws Exception {
    String current = FeedbackReader.standard().version();
    record(COMMENTS);
    JsonPath atFirst = feedback();
    assertThat(atFirst.getList("items.reader")).containsExactly(current);
    assertThat(atFirst.getList("items.specificity.reader")).containsExactly(current);
    Rebuild.Outcome blinded = rebuiltWith(new Blind());
    assertThat(blinded.rereadings()).singleElement().returns("blind-1", it -> it.to());
    JsonPath blind = feedback();
    assertThat(blind.getList("items.reader")).containsExactly("blind-1");
    assertThat(blind.getList("items.statements.flatten()")).isEmpty();
    assertThat(blind.getMap("items[0].specificity"))
        .isEqualTo(atFirst.getMap("items[0].specificity"));

    assertThat(operator().post(REBUILD).statusCode()).isEqualTo(202);

    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> "DONE".equals(operator().get(REBUILD).jsonPath().getString("status")));
    JsonPath status = operator().get(REBUILD).jsonPath();
    assertThat(status.getList("rereadings.from")).containsExactly("blind-1");
    assertThat(status.getList("rereadings.to")).containsExactly(current);
    assertThat(status.getLong("rereadings[0].texts")).isPositive();
    assertThat(status.getLong("rereadings[0].specificNow")).isPositive();
    assertThat(status.getLong("rereadings[0].otherThemes")).isPositive();
    assertThat(status.prettify()).doesNotContain("rambled");
    assertThat(feedback().getList("items")).isEqualTo(atFirst.getList("items"));
  }

  private void record(String comments) {
    String event =
        as(candidate.token())
            .body(Map.of("source", "MENTOR", "receivedOn", "2026-06-02", "comments", comments))
            .post("/api/v1/feedback")
            .header("Rebound-Event-Id");
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() ->
            as(candidate.token()).queryParam("after", event).get("/api/v1/feedback").statusCode()
                == 200);
  }

  private JsonPath feedback() {
    return as(candidate.token()).get("/api/v1/feedback").jsonPath();
  }

  private static RequestSpecification operator() {
    return as(Stack.keycloak().token("operator"));
  }

  private Rebuild.Outcome rebuiltWith(FeedbackReader reader) throws InterruptedException {
    return new Rebuild(Topic.FEEDBACK, pool, copies, codec, sealing, kafka)
        .run(
            new ReceivedFeedbackProjection(sealing, reader),
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
            });
  }
}
