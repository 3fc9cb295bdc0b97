package dev.rebound.feedback.inviting;

import static dev.rebound.feedback.Api.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import dev.rebound.events.FeedbackEvent.FeedbackReminded;
import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.feedback.Rejections;
import dev.rebound.feedback.Rejections.Played;
import dev.rebound.feedback.TestClock;
import dev.rebound.feedback.mail.MailServer;
import dev.rebound.feedback.mail.MailServer.Mood;
import dev.rebound.feedback.mail.ProductionMail;
import dev.rebound.feedback.streams.RequestIds;
import dev.rebound.sealing.Sealing;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** No letter is lost, whatever happens between the event and the recruiter's mailbox. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@QuarkusTestResource(value = ProductionMail.class, restrictToAnnotatedClass = true)
@SuppressWarnings("NullAway.Init") // What the test framework sets.
class MailDeliveryIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
  private static final Pattern TOKEN = Pattern.compile("/f#([\\w-]{43})");

  @Inject Sealing sealing;
  @Inject TestClock clock;
  @Inject ScopedPool pool;
  @Inject InvitationDelivery delivery;
  @Inject WhenFeedbackRequestedThenInviteRecruiter inviting;

  @ProductionMail.Server MailServer server;

  private final String recruiter = "r-" + UUID.randomUUID() + "@mill.example";

  private void rejected() {
    Rejections.reject(
        Played.of(UUID.randomUUID(), "Miller", recruiter), sealing.pseudonym(recruiter));
  }

  /** How a letter stands. */
  private record Standing(int attempts, @Nullable String outcome) {}

  private Standing standing() {
    for (Row row :
        pool.query(
                Scope.ALL_BOARDS,
                """
                select attempts, outcome from invitation join feedback_request using (request_id)
                where recruiter_id = $1
                """,
                Tuple.of(sealing.pseudonym(recruiter)))
            .await()
            .atMost(PATIENCE)) {
      return new Standing(row.getInteger("attempts"), row.getString("outcome"));
    }
    return new Standing(0, null);
  }

  /** So many attempts, one after the other, as far apart as they ever are. */
  private void attempts(int count) {
    for (int i = 1; i <= count; i++) {
      int expected = i;
      await().atMost(PATIENCE).until(() -> standing().attempts() >= expected);
      clock.pass(LONGEST_PAUSE);
      delivery.lookForLeftovers();
    }
  }

  private void thenItArrives(int letters) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          delivery.lookForLeftovers();
          assertThat(server.letters(recruiter)).hasSize(letters);
        });
    await().atMost(PATIENCE).until(() -> "SENT".equals(standing().outcome()));
    Matcher token = TOKEN.matcher(server.letters(recruiter).getLast());
    assertThat(token.find()).isTrue();
    assertThat(post("invitations/open", Map.of("token", token.group(1))).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aLetterLeavesByTheMailServer() {
    server.mood(Mood.TAKES);
    rejected();

    thenItArrives(1);
    assertThat(server.letters(recruiter).getFirst())
        .contains("Subject: Wren Ashby asks for your feedback: Miller at Windmill Works")
        .contains("Auto-Submitted: auto-generated");
  }

  @Test
  void theMailboxOfDevelopmentIsNotThere() {
    assertThat(given().get("/dev/mailbox").statusCode()).isEqualTo(404);
  }

  @Test
  void aMailServerThatIsDownForDaysLosesNothing() {
    server.mood(Mood.IS_DOWN);
    rejected();
    attempts(Invitations.ATTEMPTS + 3);

    server.mood(Mood.TAKES);
    clock.pass(LONGEST_PAUSE);
    thenItArrives(1);
  }

  @Test
  void whatBreaksOffWhileItIsSentIsSentAgain() {
    server.mood(Mood.HANGS_UP);
    rejected();
    await().atMost(PATIENCE).until(() -> server.letters(recruiter).size() == 1);
    server.mood(Mood.TAKES);
    clock.pass(LONGEST_PAUSE);

    thenItArrives(2);
  }

  @Test
  void anAddressThatIsRefusedAgainAndAgainIsGivenUp() {
    server.mood(Mood.REFUSES);
    rejected();
    attempts(Invitations.ATTEMPTS);

    await().atMost(PATIENCE).until(() -> "GIVEN_UP".equals(standing().outcome()));
    assertThat(standing().attempts()).isEqualTo(Invitations.ATTEMPTS);
  }

  @Test
  void anEventThatComesAgainAfterACrashCallsForNoSecondLetter() {
    UUID request = UUID.randomUUID();
    StoredEvent event =
        new StoredEvent(
            UUID.randomUUID(),
            RequestIds.stream(request),
            2,
            new Metadata(clock.instant(), UUID.randomUUID(), null, null),
            new FeedbackReminded(
                request, UUID.randomUUID(), UUID.randomUUID(), 1, clock.instant()));

    inviting.on(event).await().atMost(PATIENCE);
    inviting.on(event).await().atMost(PATIENCE);

    assertThat(
            pool.query(
                    Scope.ALL_BOARDS,
                    "select count(*) from invitation where request_id = $1",
                    Tuple.of(request))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0))
        .isOne();
  }
}
