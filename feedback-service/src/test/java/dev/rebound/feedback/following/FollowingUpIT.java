package dev.rebound.feedback.following;

import static dev.rebound.feedback.Api.as;
import static dev.rebound.feedback.Api.post;
import static dev.rebound.feedback.Api.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.feedback.Rejections;
import dev.rebound.feedback.Rejections.Played;
import dev.rebound.feedback.TestClock;
import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.sealing.Sealing;
import dev.rebound.testkit.Stack;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What happens when nobody answers, with a clock that can be set. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class FollowingUpIT {

  @Inject Sealing sealing;
  @Inject TestClock clock;
  @Inject WhenNobodyAnswersThenRemindOrExpire following;

  private final Candidate candidate = Stack.keycloak().newCandidate();
  private final String recruiter = "r-" + UUID.randomUUID() + "@mill.example";

  private String rejected() {
    Rejections.reject(
        Played.of(UUID.fromString(candidate.subject()), "Miller", recruiter),
        sealing.pseudonym(recruiter));
    return token(recruiter, 1);
  }

  private void days(int days) {
    clock.pass(Duration.ofDays(days));
    following.followUp().await().atMost(Duration.ofSeconds(20));
  }

  @Test
  void aWeekLaterTheRecruiterIsRemindedOnce() {
    String first = rejected();

    days(7);
    String second = token(recruiter, 2);
    days(1);

    assertThat(token(recruiter, 2)).isEqualTo(second).isNotEqualTo(first);
    assertThat(post("invitations/open", Map.of("token", first)).statusCode()).isEqualTo(200);
    assertThat(post("invitations/open", Map.of("token", second)).statusCode()).isEqualTo(200);
  }

  @Test
  void twoWeeksLaterTheRequestIsOver() {
    String token = rejected();

    days(14);

    assertThat(post("invitations/open", Map.of("token", token)).statusCode()).isEqualTo(404);
    Awaitility.await()
        .untilAsserted(() ->
            assertThat(
                    as(candidate.token())
                        .get("/api/v1/feedback-requests")
                        .jsonPath()
                        .getList("items.status"))
                .containsExactly("EXPIRED"));
  }
}
