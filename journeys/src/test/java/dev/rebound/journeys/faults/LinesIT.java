package dev.rebound.journeys.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rebound.journeys.Whole;
import dev.rebound.localstack.Wire;
import dev.rebound.localstack.demo.Api;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * R2 and R3 where nothing is killed: the line to a server is cut, holds everything back, or
 * swallows it without a word, under load. Nothing is started again. Commands need PostgreSQL and
 * not the broker: while the line to that fails each is taken at the first time of asking.
 */
class LinesIT {

  private static final int SECONDS = 10;

  /** The ordinary run has the first alone: silence is what nobody is told of. */
  private static final List<Fault> FAULTS =
      Stream.of(
              new Fault("swallowing everything", Wire::swallow),
              new Fault("cut", Wire::cut),
              new Fault("held back", Wire::hold))
          .limit(Scale.of(1, 3))
          .toList();

  /** More at a time than a service has connections to its database, which is 20. */
  private static final int AT_A_TIME = 40;

  private final Whole whole = Whole.running();
  @AutoClose private final Runs runs = new Runs(whole);

  private record Fault(String name, Consumer<Wire> begin) {}

  @AfterEach
  void everythingAnswersAgain() {
    whole.line("postgres").mend();
    whole.line("kafka").mend();
    await().atMost(Run.BACK).until(whole::ready);
  }

  /**
   * Kafka first, where no command may be sent again: a connection to PostgreSQL that was swallowed
   * is found out by the next command that uses it, which can be a while after the line is mended.
   */
  @ParameterizedTest
  @ValueSource(strings = {"kafka", "postgres"})
  void a_line_that_fails_loses_nothing_and_doubles_nothing(String server) throws Exception {
    Map<String, Long> processes = whole.processes();
    Wire line = whole.line(server);
    boolean needed = server.equals("postgres");
    for (Fault fault : FAULTS) {
      Run run = runs.begin();
      TimeUnit.SECONDS.sleep(1);
      Meanwhile meanwhile = run.meanwhile();
      fault.begin().accept(line);
      TimeUnit.SECONDS.sleep(SECONDS);
      long accepted = needed ? meanwhile.acknowledged() : meanwhile.allAccepted();
      line.mend();
      run.backSince(Instant.now());

      run.end(
          (needed
                  ? "R3 the line to %s %s for %d s, %d commands accepted meanwhile"
                  : "R2 the line to %s %s for %d s, all of %d commands sent meanwhile accepted")
              .formatted(server, fault.name(), SECONDS, accepted));

      if (!needed) {
        assertThat(accepted).isGreaterThan(run.ledger().candidates().size());
        assertThat(meanwhile.sentAgain()).isEmpty();
      }
    }
    assertThat(whole.processes()).isEqualTo(processes);
  }

  /** Each connection is taken by a question that never comes back; none of them is lost. */
  @Test
  void a_service_whose_connections_all_fall_silent_answers_again() throws Exception {
    Api api = whole.candidate(whole.realm().newCandidate());
    List<String> questions =
        List.of(
            whole.url("application") + "/api/v1/applications",
            whole.url("feedback") + "/api/v1/feedback-requests",
            whole.url("insights") + "/api/v1/insights/weaknesses");
    questions.forEach(api::get);
    List<Future<Integer>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      whole.line("postgres").swallow();
      for (String question : questions) {
        for (int i = 0; i < AT_A_TIME; i++) {
          answers.add(threads.submit(() -> api.get(question).status()));
        }
      }
      TimeUnit.SECONDS.sleep(SECONDS);
      whole.line("postgres").mend();

      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(200);
      }
    }
  }
}
