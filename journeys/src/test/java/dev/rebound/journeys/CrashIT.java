package dev.rebound.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.localstack.demo.Api;
import dev.rebound.localstack.demo.Play;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing is lost and nothing happens twice, whatever is killed. */
class CrashIT {

  private static final Duration RECOVERY = Duration.ofSeconds(60);

  /** A letter that a crash interrupted is due again after a minute. */
  private static final Duration LETTERS = Duration.ofSeconds(100);

  /** How many steps of a season lie between two kills at least. */
  private static final int STEPS = 1;

  private static final int APPLICATIONS = 12;
  private static final int REJECTIONS = 9;

  private final Whole whole = Whole.running();

  @AfterEach
  void everythingRunsAgain() {
    await().atMost(RECOVERY).until(whole::ready);
  }

  /** One after the other, each as soon as all answer again and the season has gone on a little. */
  @Test
  void aSeasonInWhoseMiddleEachServiceIsKilledLosesNothingAndDoublesNothing() {
    Candidate candidate = whole.realm().newCandidate();
    Api api = whole.candidate(candidate);
    AtomicInteger steps = new AtomicInteger();
    Play play = new Play(api, whole.urls(), Whole.unique(), line -> steps.incrementAndGet());

    CompletableFuture<Void> season = CompletableFuture.runAsync(play::all);
    for (String service : List.of("application", "feedback", "insights")) {
      int reached = steps.get();
      // The next step may be an answer to a letter.
      await().atMost(LETTERS).until(() -> steps.get() >= reached + STEPS || season.isDone());
      if (season.isDone()) {
        season.join();
        throw new AssertionError("the season was over before " + service + " was killed");
      }
      whole.kill(service);
      whole.start(service);
      await().atMost(RECOVERY).until(whole::ready);
    }
    season.join();

    thenTheSeasonIsWhole(candidate, api, play.lastEvent().orElseThrow());
  }

  private void thenTheSeasonIsWhole(Candidate candidate, Api api, String last) {
    await()
        .atMost(RECOVERY)
        .untilAsserted(() -> {
          assertThat(
                  api.get(whole.url("application") + "/api/v1/applications?limit=200")
                      .body()
                      .path("items")
                      .size())
              .as("applications")
              .isEqualTo(APPLICATIONS);
          assertThat(
                  api.get(whole.url("insights") + "/api/v1/insights/perspective?after=" + last)
                      .body()
                      .path("rejections")
                      .asInt())
              .as("rejections")
              .isEqualTo(REJECTIONS);
          storedIsPublished("application", "rebound.applications", candidate);
          storedIsPublished("feedback", "rebound.feedback", candidate);
        });
    assertThat(
            whole.rows(
                "feedback",
                "select count(*) from event where type = 'rebound.FeedbackRequested.v1'"
                    + " and candidate = '"
                    + candidate.subject()
                    + "'"))
        .as("requests for feedback: one a rejection")
        .isEqualTo(List.of(List.of(Integer.toString(REJECTIONS))));
    await()
        .atMost(LETTERS)
        .untilAsserted(() ->
            assertThat(
                    whole.rows(
                        "feedback",
                        "select e.id from event e left join invitation i on i.event_id = e.id"
                            + " where e.type = 'rebound.FeedbackRequested.v1'"
                            + " and i.outcome is null and e.candidate = '"
                            + candidate.subject()
                            + "'"))
                .as("requests whose letter has not gone out")
                .isEmpty());
  }

  /** Every stored event is on the topic, and the topic has no other. */
  private void storedIsPublished(String database, String topic, Candidate candidate) {
    Set<String> stored =
        whole
            .rows(database, "select id from event where candidate = '" + candidate.subject() + "'")
            .stream()
            .map(List::getFirst)
            .collect(Collectors.toSet());
    Set<String> published =
        whole.records(topic).stream()
            .filter(record -> TopicLog.key(record).equals(candidate.subject()))
            .map(record -> TopicLog.header(record, "ce_id"))
            .collect(Collectors.toSet());
    assertThat(stored).isNotEmpty();
    assertThat(published).as(topic).isEqualTo(stored);
  }
}
