package dev.rebound.journeys;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.journeys.People.Person;
import dev.rebound.journeys.faults.Scale;
import dev.rebound.localstack.Trouble;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * P1 and P2: erased is erased, and whoever stays is told everything of theirs and nothing else,
 * whoever wrote it: they themselves, a board before and after they first signed in, or a recruiter.
 * The full number takes ten minutes and is no part of the fault suite: {@code mvn -pl journeys -am
 * verify -Drebound.faults=true -Dit.test=ErasureIT}.
 */
class ErasureIT {

  private static final int ERASED = Scale.of(3, 200);
  private static final int STAY = 5;

  private static final Duration SOON = Duration.ofMinutes(1);
  private static final List<String> SERVICES =
      List.of("application-service", "feedback-service", "insights-service");

  /**
   * Where an erased person's id may stand: events whose words are gone, places in streams, and the
   * log of erasures.
   */
  private static final List<String> OUTLAST =
      List.of(
          "public.event",
          "public.stream_progress",
          "public.parked_stream",
          "public.subject_key",
          "public.erasure_acknowledgement");

  /** Where else it stands before, by database. */
  private static final Map<String, List<String>> HELD =
      Map.of(
          "application",
          List.of(
              "public.application_summary",
              "public.board_application",
              "public.board_candidate",
              "public.board_consent",
              "public.board_delivery",
              "public.idempotency",
              "public.reflection_draft",
              "public.verified_address"),
          "feedback",
          List.of(
              "public.feedback_request",
              "public.idempotency",
              "public.known_application",
              "public.received_feedback"),
          "insights",
          List.of(
              "public.board_candidate",
              "public.board_consent",
              "public.board_request",
              "public.context",
              "public.idempotency"),
          "keys",
          List.of("public.withdrawn_consent"));

  private final Whole whole = Whole.running();
  private final Traces traces = new Traces(whole);
  private final EveryReport reports = new EveryReport(whole);
  private final People people = new People(whole, reports, new EveryAnswer(whole));

  @AfterEach
  void endReports() {
    reports.close();
  }

  @Test
  void theErasedAreNowhereAndThoseWhoStayAreComplete() throws Exception {
    String run = Whole.unique();
    List<Person> erased = people.make("gone" + run + "x", ERASED);
    List<Person> stay = people.make("stay" + run + "x", STAY);
    stay.forEach(person -> await().atMost(SOON).untilAsserted(() -> isToldEverything(person)));
    await().atMost(SOON).untilAsserted(() -> isHeldEverywhere(erased.getFirst()));

    erased.forEach(person -> person.api().delete(me()));

    erased.forEach(person ->
        await()
            .atMost(SOON)
            .ignoreExceptionsInstanceOf(Trouble.class)
            .untilAsserted(
                () -> assertThat(forgotten(person)).containsExactlyElementsOf(SERVICES)));
    for (Person person : erased) {
      isRefused(person);
    }
    assertThat(traces.of(marks("gone" + run, erased))).isEmpty();
    // What was on its way comes after the deletion, and goes with one of the next.
    await().atMost(SOON).untilAsserted(() -> isNowhere(each(erased, Person::ids)));
    haveNoKeys(erased);
    isTheLastThatBoardsHear("gone" + run, erased);
    for (Person person : stay) {
      isToldEverything(person);
      assertThat(held(person).toString())
          .doesNotContain("gone" + run)
          .doesNotContain(others(stay, person));
    }
    System.out.printf(
        "P1 %d erased: 0 words of theirs in 4 databases, 4 topics and the logs, 0 rows, 0 keys; %d of %d who stay are complete%n",
        erased.size(), stay.size(), stay.size());
  }

  private List<String> forgotten(Person person) {
    JsonNode state = person.api().get(me() + "/erasure").body();
    List<String> services = new ArrayList<>();
    state.path("forgotten").fieldNames().forEachRemaining(services::add);
    return services;
  }

  /** So that where nothing is found afterwards there was something before. */
  private void isHeldEverywhere(Person person) {
    HELD.forEach((database, tables) ->
        assertThat(traces.in(database, person.ids(), OUTLAST))
            .as("tables of " + database)
            .containsAll(tables));
  }

  /** They can do nothing, and no board can tell or ask of them. */
  private void isRefused(Person person) throws IOException, InterruptedException {
    for (String read :
        List.of(
            whole.url("application") + "/api/v1/applications",
            whole.url("feedback") + "/api/v1/feedback",
            whole.url("insights") + "/api/v1/insights/weaknesses",
            me() + "/data")) {
      isAnswered(403, () -> person.api().get(read));
    }
    String word = person.word();
    isAnswered(403, () -> EveryText.write(whole, person.api(), "again-" + word));
    assertThat(reports.list(person.candidate(), "again-" + word, word)).isZero();
    assertThat(reports.deliver(person.candidate(), "repeated-" + word, word))
        .isEqualTo("UNCHANGED");
    isAnswered(404, () -> reports.matches(word, ""));
  }

  private static void isAnswered(int status, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("was answered " + status);
  }

  /** What must not stand in clear: the word that all of theirs begin with, and their addresses. */
  private static List<String> marks(String word, List<Person> people) {
    return Stream.concat(Stream.of(word), people.stream().map(person -> person.candidate().email()))
        .toList();
  }

  private void isNowhere(List<String> ids) {
    for (String database : Traces.DATABASES) {
      assertThat(traces.in(database, ids, OUTLAST)).as("tables of " + database).isEmpty();
    }
  }

  private void haveNoKeys(List<Person> people) {
    List<String> ids = each(people, Person::ids);
    assertThat(
            whole.rows(
                "keys",
                "select subject from subject_key where wrapped is null and subject in "
                    + ids.stream().collect(joining("', '", "('", "')"))))
        .hasSize(ids.size());
  }

  /** The boards that know them are told once, and nothing else about them is kept for a board. */
  private void isTheLastThatBoardsHear(String word, List<Person> people) {
    List<String> known =
        each(people, person -> List.of("p-" + person.word(), "g-" + person.word()));
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(reports.told("subject.erased")).containsAll(known));
    assertThat(reports.logged(word)).containsExactly("subject.erased");
  }

  private void isToldEverything(Person person) {
    new Told(held(person), person.word()).isComplete();
  }

  private JsonNode held(Person person) {
    return person.api().get(whole.url("web") + "/api/v1/me/data").body();
  }

  private static List<String> others(List<Person> all, Person but) {
    return all.stream().filter(person -> person != but).map(Person::word).toList();
  }

  private static List<String> each(
      List<Person> people, Function<Person, Collection<String>> texts) {
    return people.stream().map(texts).flatMap(Collection::stream).toList();
  }

  private String me() {
    return whole.url("web") + "/api/v1/me";
  }
}
