package dev.rebound.feedback.adopting;

import static dev.rebound.feedback.Api.as;
import static dev.rebound.feedback.Api.letters;
import static dev.rebound.feedback.Api.post;
import static dev.rebound.feedback.Api.token;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.StreamId;
import dev.rebound.feedback.Rejections;
import dev.rebound.feedback.Rejections.Played;
import dev.rebound.feedback.asking.WhenApplicationRejectedThenAskForFeedback;
import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.sealing.Sealing;
import dev.rebound.testkit.Stack;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What was asked before the candidate signed in is the candidate's afterwards, and asked once. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class AdoptedRequestsIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String GENERIC = "Thank you for your interest. We chose somebody else.";
  private static final String DEEP =
      "In the technical interview you could not explain how your cache was invalidated. "
          + "When we asked about the outage last spring, you named no cause. "
          + "Read up on consistency and prepare one outage in detail.";

  @Inject
  @SuppressWarnings("NullAway.Init")
  Sealing sealing;

  @Inject
  @SuppressWarnings("NullAway.Init")
  WhenApplicationRejectedThenAskForFeedback asking;

  private final Candidate candidate = Stack.keycloak().newCandidate();
  private final String recruiter = "r-" + UUID.randomUUID() + "@mill.example";
  private final Played waiting = Played.of(UUID.randomUUID(), "Miller", recruiter);
  private final Played own = Played.of(UUID.fromString(candidate.subject()), "Miller", recruiter);

  @Test
  void theLinkThatIsOutLeadsToTheCandidatesRequest() {
    UUID waited = Rejections.reject(waiting, sealing.pseudonym(recruiter));
    String token = token(recruiter, 1);

    Rejections.adopt(own, sealing.pseudonym(recruiter), waited);
    awaitStatus("REQUESTED");
    Response answer = post("invitations/answer", Map.of("token", token, "comments", DEEP));

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    awaitStatus("RECEIVED");
    assertThat(comments()).containsExactly(DEEP);
    assertThat(letters(recruiter)).hasSize(1);
  }

  @Test
  void anAnswerFromBeforeIsAdoptedWithItsSecondRound() {
    UUID waited = Rejections.reject(waiting, sealing.pseudonym(recruiter));
    post("invitations/answer", Map.of("token", token(recruiter, 1), "comments", GENERIC))
        .then()
        .statusCode(201);
    String second = token(recruiter, 2);

    Rejections.adopt(own, sealing.pseudonym(recruiter), waited);
    awaitStatus("DETAIL_REQUESTED");
    Response answer = post("invitations/answer", Map.of("token", second, "comments", DEEP));

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    awaitStatus("RECEIVED");
    assertThat(comments()).containsExactlyInAnyOrder(GENERIC, DEEP);
    assertThat(letters(recruiter)).hasSize(2);
  }

  @Test
  void beingToldOfItAgainChangesNothing() {
    UUID waited = Rejections.reject(waiting, sealing.pseudonym(recruiter));
    String token = token(recruiter, 1);
    StoredEvent adopted =
        new StoredEvent(
            UuidCreator.getTimeOrderedEpoch(),
            new StreamId("application", own.applicationId()),
            1,
            new Metadata(Instant.now(), UUID.randomUUID(), waited, null),
            Rejections.rejected(own, sealing.pseudonym(recruiter)));

    for (int time = 0; time < 3; time++) {
      asking.on(adopted).await().atMost(LIMIT);
    }
    Response answer = post("invitations/answer", Map.of("token", token, "comments", DEEP));

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    awaitStatus("RECEIVED");
    assertThat(letters(recruiter)).hasSize(1);
  }

  @Test
  void aRefusalIsAdopted() {
    UUID waited = Rejections.reject(waiting, sealing.pseudonym(recruiter));
    post("invitations/decline", Map.of("token", token(recruiter, 1), "reason", "Not allowed."))
        .then()
        .statusCode(200);

    Rejections.adopt(own, sealing.pseudonym(recruiter), waited);

    awaitStatus("DECLINED");
    assertThat(letters(recruiter)).hasSize(1);
  }

  private void awaitStatus(String status) {
    Awaitility.await()
        .atMost(LIMIT)
        .untilAsserted(() ->
            assertThat(
                    as(candidate.token())
                        .queryParam("applicationId", own.applicationId())
                        .get("/api/v1/feedback-requests")
                        .jsonPath()
                        .getList("items.status"))
                .containsExactly(status));
  }

  private List<String> comments() {
    return Awaitility.await()
        .atMost(LIMIT)
        .until(
            () ->
                as(candidate.token())
                    .queryParam("applicationId", own.applicationId())
                    .get("/api/v1/feedback")
                    .jsonPath()
                    .<String>getList("items.comments"),
            found -> !found.isEmpty());
  }
}
