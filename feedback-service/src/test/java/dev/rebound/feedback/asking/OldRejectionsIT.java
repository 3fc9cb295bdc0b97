package dev.rebound.feedback.asking;

import static dev.rebound.feedback.Api.as;
import static dev.rebound.feedback.Api.letters;
import static dev.rebound.feedback.Api.token;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.StreamId;
import dev.rebound.feedback.Rejections;
import dev.rebound.feedback.Rejections.Played;
import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.sealing.Sealing;
import dev.rebound.testkit.Stack;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The first list of a board has years in it, and not a letter for each of them. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@SuppressWarnings("NullAway.Init") // What the test framework sets.
class OldRejectionsIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static final Instant TOLD = Instant.parse("2026-10-01T09:00:00Z");

  @Inject Sealing sealing;
  @Inject ScopedPool pool;
  @Inject WhenApplicationRejectedThenAskForFeedback asking;

  private final Candidate candidate = Stack.keycloak().newCandidate();
  private final String recruiter = "r-" + UUID.randomUUID() + "@mill.example";

  @Test
  void whatABoardReportsAsksUpTo180DaysAfterwards() {
    Played inTime = of(UUID.randomUUID(), "mill");
    Played tooLate = of(UUID.randomUUID(), "mill");

    tell(inTime, 180, null);
    tell(tooLate, 181, null);

    assertThat(requests(inTime)).isOne();
    assertThat(requests(tooLate)).isZero();
  }

  /** They are held to so many a day. */
  @Test
  void whatCandidatesRecordAsksHoweverOldItIs() {
    Played own = of(UUID.fromString(candidate.subject()), null);

    tell(own, 1_000, null);

    assertThat(requests(own)).isOne();
  }

  @Test
  void whatIsAdoptedAsksNobodyEither() {
    Played waiting = of(UUID.randomUUID(), "mill");
    Played own = of(UUID.fromString(candidate.subject()), "mill");

    StoredEvent waited = tell(waiting, 400, null);
    tell(own, 400, waited.id());

    assertThat(requests(waiting)).isZero();
    assertThat(requests(own)).isZero();
  }

  /** They signed in a year after the recruiter was asked. */
  @Test
  void whatWasAskedInTimeIsHandedOverHoweverLate() {
    Played waiting = of(UUID.randomUUID(), "mill");
    Played own = of(UUID.fromString(candidate.subject()), "mill");

    StoredEvent waited = tell(waiting, 1, null);
    tell(own, 400, waited.id());

    assertThat(requests(own)).isOne();
  }

  @Test
  void theCandidateCanStillAskByHand() {
    Played old = of(UUID.fromString(candidate.subject()), "mill");
    Rejections.reject(
        old, sealing.pseudonym(recruiter), LocalDate.now(ZoneOffset.UTC).minusDays(200));

    Awaitility.await()
        .atMost(LIMIT)
        .untilAsserted(() ->
            assertThat(
                    as(candidate.token())
                        .body(
                            Map.of(
                                "applicationId", old.applicationId(),
                                "recruiter", Map.of("email", recruiter)))
                        .post("/api/v1/feedback-requests")
                        .statusCode())
                .isEqualTo(201));

    assertThat(token(recruiter, 1)).isNotBlank();
    assertThat(letters(recruiter)).hasSize(1);
  }

  private Played of(UUID whose, @Nullable String board) {
    return new Played(UuidCreator.getTimeOrderedEpoch(), whose, "Miller", recruiter, board);
  }

  /** Tells of a rejection so many days afterwards, and has it dealt with. */
  private StoredEvent tell(Played application, int days, @Nullable UUID cause) {
    StoredEvent event =
        new StoredEvent(
            UuidCreator.getTimeOrderedEpoch(),
            new StreamId("application", application.applicationId()),
            1,
            new Metadata(TOLD, UUID.randomUUID(), cause, application.board()),
            Rejections.rejected(
                application,
                sealing.pseudonym(recruiter),
                LocalDate.ofInstant(TOLD, ZoneOffset.UTC).minusDays(days)));
    asking.on(event).await().atMost(LIMIT);
    return event;
  }

  private long requests(Played application) {
    return pool.query(
            Scope.ALL_BOARDS,
            "select count(distinct stream) from event where candidate = $1",
            Tuple.of(application.candidateId()))
        .await()
        .atMost(LIMIT)
        .iterator()
        .next()
        .getLong(0);
  }
}
