package dev.rebound.feedback.adopting;

import static dev.rebound.feedback.Api.as;
import static dev.rebound.feedback.Api.letters;
import static dev.rebound.feedback.Api.post;
import static dev.rebound.feedback.Api.token;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.eventstore.EventStore.VersionConflict;
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
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
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
    StoredEvent adopted = rejected(own, sealing.pseudonym(recruiter), waited);

    for (int time = 0; time < 3; time++) {
      asking.on(adopted).await().atMost(LIMIT);
    }
    Response answer = post("invitations/answer", Map.of("token", token, "comments", DEEP));

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    awaitStatus("RECEIVED");
    assertThat(letters(recruiter)).hasSize(1);
  }

  /** Whichever is read first, or both at once: one letter, and a request that is open. */
  @Test
  void readAtTheSameTimeTheTwoAskOnce() {
    for (int time = 0; time < 12; time++) {
      String asked = "r-" + UUID.randomUUID() + "@mill.example";
      UUID recruiterId = sealing.pseudonym(asked);
      Played former = Played.of(UUID.randomUUID(), "Miller", asked, "mill");
      Played adopter = Played.of(UUID.fromString(candidate.subject()), "Miller", asked);
      StoredEvent rejected = rejected(former, recruiterId, null);
      StoredEvent adopted = rejected(adopter, recruiterId, rejected.id());

      Uni.join()
          .all(again(() -> asking.on(rejected)), again(() -> asking.on(adopted)))
          .andFailFast()
          .await()
          .atMost(LIMIT);

      Awaitility.await()
          .atMost(LIMIT)
          .untilAsserted(() -> assertThat(statuses(adopter)).containsExactly("REQUESTED"));
      assertThat(letters(asked)).hasSize(1);
    }
  }

  /** As a delivery does where a stream changed meanwhile, on a thread of its own. */
  private static Uni<Void> again(Supplier<Uni<Void>> reaction) {
    return Uni.createFrom()
        .deferred(reaction::get)
        .onFailure(VersionConflict.class)
        .retry()
        .withBackOff(Duration.ofMillis(50))
        .expireIn(LIMIT.toMillis())
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  /** It was answered, taken back and rejected once more while it waited: nobody was asked again. */
  @Test
  void whoHasAnsweredIsNotAskedAgainByAnAdoption() {
    UUID recruiterId = sealing.pseudonym(recruiter);
    UUID first = Rejections.reject(waiting, recruiterId);
    post("invitations/answer", Map.of("token", token(recruiter, 1), "comments", DEEP))
        .then()
        .statusCode(201);
    Rejections.adopt(own, recruiterId, first);
    awaitStatus("RECEIVED");

    asking.on(rejected(own, recruiterId, UUID.randomUUID())).await().atMost(LIMIT);

    awaitStatus("RECEIVED");
    assertThat(letters(recruiter)).hasSize(1);
  }

  private static StoredEvent rejected(Played application, UUID recruiterId, @Nullable UUID cause) {
    return new StoredEvent(
        UuidCreator.getTimeOrderedEpoch(),
        new StreamId("application", application.applicationId()),
        1,
        new Metadata(Instant.now(), UUID.randomUUID(), cause, application.board()),
        Rejections.rejected(application, recruiterId));
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
        .untilAsserted(() -> assertThat(statuses(own)).containsExactly(status));
  }

  private List<String> statuses(Played application) {
    return as(candidate.token())
        .queryParam("applicationId", application.applicationId())
        .get("/api/v1/feedback-requests")
        .jsonPath()
        .getList("items.status");
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
