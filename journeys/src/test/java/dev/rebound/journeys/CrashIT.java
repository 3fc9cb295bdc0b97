package dev.rebound.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.localstack.demo.Api;
import dev.rebound.localstack.demo.Play;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is lost and nothing happens twice, whatever is killed. */
class CrashIT {

  private static final Duration RECOVERY = Duration.ofSeconds(60);

  /** A letter that a crash interrupted is due again after a minute. */
  private static final Duration LETTERS = Duration.ofSeconds(100);

  private static final int APPLICATIONS = 12;
  private static final int REJECTIONS = 9;

  private final Whole whole = Whole.running();

  @AfterEach
  void everythingRunsAgain() {
    await().atMost(RECOVERY).until(whole::ready);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application", "feedback", "insights"})
  void aServiceKilledInTheMiddleOfASeasonLosesNothingAndDoublesNothing(String service) {
    Candidate candidate = whole.realm().newCandidate();
    Api api = whole.candidate(candidate);
    AtomicInteger steps = new AtomicInteger();
    Play play = new Play(api, whole.urls(), Whole.unique(), line -> steps.incrementAndGet());

    CompletableFuture<Void> season = CompletableFuture.runAsync(play::all);
    await().atMost(RECOVERY).until(() -> steps.get() >= 3 || season.isDone());
    whole.kill(service);
    whole.start(service);
    season.join();

    thenTheSeasonIsWhole(candidate, api, play.lastEvent().orElseThrow());
  }

  @Test
  void commandsAreAcceptedWhileKafkaIsDownAndDeliveredWhenItIsBack() {
    Candidate candidate = whole.realm().newCandidate();
    Api api = whole.candidate(candidate);
    String applications = whole.url("application") + "/api/v1/applications";

    whole.kill("kafka");
    List<String> events =
        java.util.stream.IntStream.range(0, 5)
            .mapToObj(i -> api.post(applications, submission("Down " + i)))
            .map(answer -> answer.event().orElseThrow())
            .toList();
    int listed = api.get(applications + "?after=" + events.getLast()).body().path("items").size();
    whole.start("kafka");

    assertThat(listed).as("own applications while Kafka is down").isEqualTo(5);
    await()
        .atMost(RECOVERY)
        .untilAsserted(() -> {
          List<String> delivered =
              whole.records("rebound.applications").stream()
                  .filter(record -> TopicLog.key(record).equals(candidate.subject()))
                  .map(record -> TopicLog.header(record, "ce_id"))
                  .distinct()
                  .toList();
          assertThat(delivered).isEqualTo(events);
        });
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

  private static Map<String, Object> submission(String title) {
    return Map.of(
        "posting", Map.of("title", title, "company", "Outage"), "appliedOn", "2026-10-01");
  }
}
