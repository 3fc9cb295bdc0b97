package dev.rebound.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.journeys.faults.Scale;
import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.localstack.Trouble;
import dev.rebound.localstack.demo.Api;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * P1 and P2: erased is erased, and whoever stays is told everything of theirs and nothing else. The
 * full number takes ten minutes and is no part of the fault suite: {@code mvn -pl journeys -am
 * verify -Drebound.faults=true -Dit.test=ErasureIT}.
 */
class ErasureIT {

  private static final int ERASED = Scale.of(3, 200);
  private static final int STAY = 5;
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final List<String> SERVICES =
      List.of("application-service", "feedback-service", "insights-service");

  /** Where an erased person's id may stand: events whose words are gone, and places in streams. */
  private static final List<String> OUTLAST =
      List.of("public.event", "public.stream_progress", "public.parked_stream");

  private final Whole whole = Whole.running();
  private final Traces traces = new Traces(whole);

  /** Somebody who has written a word into everything. */
  private record Person(Candidate candidate, Api api, String word, String application) {}

  @Test
  void theErasedAreNowhereAndThoseWhoStayAreComplete() throws IOException {
    String run = Whole.unique();
    List<Person> erased = people("gone" + run + "x", ERASED);
    List<Person> stay = people("stay" + run + "x", STAY);
    stay.forEach(person -> await().atMost(SOON).untilAsserted(() -> isToldEverything(person)));

    erased.forEach(person -> person.api().delete(me()));

    erased.forEach(person ->
        await()
            .atMost(SOON)
            .ignoreExceptionsInstanceOf(Trouble.class)
            .untilAsserted(
                () -> assertThat(forgotten(person)).containsExactlyElementsOf(SERVICES)));
    assertThat(traces.of("gone" + run)).isEmpty();
    for (Person person : erased) {
      isUnreadable(person);
    }
    for (Person person : stay) {
      isToldEverything(person);
      assertThat(held(person).toString())
          .doesNotContain("gone" + run)
          .doesNotContain(others(stay, person));
    }
    System.out.printf(
        "P1 %d erased: 0 words of theirs in 3 databases, 4 topics and the logs, 0 rows, 0 keys; %d of %d who stay are complete%n",
        erased.size(), stay.size(), stay.size());
  }

  private List<Person> people(String word, int many) {
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      Candidate candidate = whole.realm().newCandidate();
      Api api = whole.candidate(candidate);
      String own = word + i + "x";
      people.add(new Person(candidate, api, own, EveryText.write(whole, api, own)));
    }
    return people;
  }

  private List<String> forgotten(Person person) {
    JsonNode state = person.api().get(me() + "/erasure").body();
    List<String> services = new ArrayList<>();
    state.path("forgotten").fieldNames().forEachRemaining(services::add);
    return services;
  }

  private void isUnreadable(Person person) {
    String id = person.candidate().subject();
    assertThat(
            whole.rows(
                "keys", "select wrapped is null from subject_key where subject = '" + id + "'"))
        .containsExactly(List.of("t"));
    for (String database : Traces.DATABASES) {
      assertThat(traces.in(database, id)).as("tables of " + database).isSubsetOf(OUTLAST);
    }
    for (String read :
        List.of(
            whole.url("application") + "/api/v1/applications",
            whole.url("feedback") + "/api/v1/feedback",
            whole.url("insights") + "/api/v1/insights/weaknesses",
            me() + "/data")) {
      assertThatThrownBy(() -> person.api().get(read))
          .isInstanceOf(Trouble.class)
          .hasMessageContaining("403");
    }
    assertThatThrownBy(() -> EveryText.write(whole, person.api(), "again"))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("403");
  }

  /** Every text of the person's own, from each of the services, in one document. */
  private void isToldEverything(Person person) {
    JsonNode held = held(person);
    assertThat(held.fieldNames()).toIterable().containsOnly("application", "feedback", "insights");
    String word = person.word();
    assertThat(held.path("application").toString())
        .contains(
            Stream.of(
                    "Title ",
                    "Company ",
                    "Place ",
                    "Industry ",
                    "Language ",
                    "Name ",
                    "Note ",
                    "Reason ",
                    "Well ",
                    "Improve ",
                    "Cause ",
                    "Lesson ")
                .map(text -> text + word)
                .toList())
        .contains("Write " + word + " every day.", "hard to follow, " + word);
    assertThat(held.path("feedback").toString()).contains("unclear, " + word);
    assertThat(held.path("insights").toString()).contains("Goal " + word);
    assertThat(StreamSupport.stream(held.path("application").path("events").spliterator(), false))
        .extracting(event -> event.path("type").asText())
        .contains("ApplicationSubmitted", "ApplicationRejected", "ReflectionCompleted");
  }

  private JsonNode held(Person person) {
    return person.api().get(whole.url("web") + "/api/v1/me/data").body();
  }

  private static List<String> others(List<Person> all, Person but) {
    return all.stream().filter(person -> person != but).map(Person::word).toList();
  }

  private String me() {
    return whole.url("web") + "/api/v1/me";
  }
}
