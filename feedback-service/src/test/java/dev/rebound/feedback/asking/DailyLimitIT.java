package dev.rebound.feedback.asking;

import static dev.rebound.feedback.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.feedback.Rejections;
import dev.rebound.feedback.Rejections.Played;
import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.sealing.Sealing;
import dev.rebound.testkit.Stack;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Nobody is written to without end. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@TestProfile(DailyLimitIT.Few.class)
class DailyLimitIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Inject
  @SuppressWarnings("NullAway.Init")
  Sealing sealing;

  private final Candidate candidate = Stack.keycloak().newCandidate();
  private final String recruiter = "r-" + UUID.randomUUID() + "@mill.example";

  /** Three requests a day, two to one recruiter. */
  public static final class Few implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "rebound.limits.requests-per-day", "3",
          "rebound.limits.requests-to-recruiter-per-day", "2");
    }
  }

  @Test
  void oneRecruiterIsAskedTwiceADayAndAllOfThemThreeTimes() {
    Played first = rejected(recruiter);
    awaitRequests(1);
    rejected(recruiter);
    awaitRequests(2);

    assertThat(ask(first, "other@mill.example").statusCode()).isEqualTo(201);
    awaitRequests(3);

    Response tooMany = ask(first, "third@mill.example");
    assertThat(tooMany.statusCode()).as(tooMany.asString()).isEqualTo(429);
    assertThat(tooMany.header("Retry-After")).isEqualTo("3600");
    // Who is at the limit is still told what was asked before.
    assertThat(ask(first, "other@mill.example").statusCode()).isEqualTo(409);
  }

  @Test
  void aRejectionTooManyAsksNobodyByItself() {
    rejected(recruiter);
    awaitRequests(1);
    rejected(recruiter);
    awaitRequests(2);
    rejected(recruiter);
    Played other = rejected("other@mill.example");

    awaitRequests(3);
    assertThat(
            as(candidate.token())
                .queryParam("applicationId", other.applicationId())
                .get("/api/v1/feedback-requests")
                .jsonPath()
                .getList("items"))
        .hasSize(1);
  }

  private Played rejected(String address) {
    Played application = Played.of(UUID.fromString(candidate.subject()), "Miller", address);
    Rejections.reject(application, sealing.pseudonym(address));
    return application;
  }

  private Response ask(Played application, String address) {
    return as(candidate.token())
        .body(
            Map.of(
                "applicationId", application.applicationId(),
                "recruiter", Map.of("email", address)))
        .post("/api/v1/feedback-requests");
  }

  private void awaitRequests(int expected) {
    Awaitility.await()
        .atMost(LIMIT)
        .untilAsserted(() ->
            assertThat(
                    as(candidate.token())
                        .get("/api/v1/feedback-requests")
                        .jsonPath()
                        .getList("items"))
                .hasSize(expected));
  }
}
