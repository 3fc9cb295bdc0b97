package dev.rebound.journeys.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rebound.journeys.Whole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * R1 to R3: parts are killed at random under load, and nothing is lost and nothing is twice. Comes
 * last, since the most is written here, which others would have to read.
 */
@Order(Integer.MAX_VALUE)
class KillsIT {

  private static final List<String> SERVICES = List.of("application", "feedback", "insights");
  private static final int SERVICE_KILLS = Scale.of(1, 50);
  private static final int SERVER_KILLS = Scale.of(1, 20);
  private static final List<Duration> OUTAGES =
      Scale.FULL
          ? List.of(Duration.ofSeconds(60), Duration.ofMinutes(10))
          : List.of(Duration.ofSeconds(10));

  /** How long a part runs before it is killed again, at most. */
  private static final int LONGEST_LIFE_MILLIS = 2_000;

  /** What R1 and R3 promise, in seconds. */
  private static final double SOON = 30;

  private static final int ENOUGH = 10_000;

  private final Whole whole = Whole.running();
  @AutoClose private final Runs runs = new Runs(whole);

  @AfterEach
  void everythingRunsAgain() {
    await().atMost(Run.BACK).until(whole::ready);
  }

  /**
   * One at a time, in any order: how soon one is back is no question of how three start together on
   * two cores. Where there are many, each ends once in good order before, and keeps what its next
   * starts need.
   */
  @Test
  void services_killed_at_random_lose_nothing_and_double_nothing() throws Exception {
    if (Scale.FULL) {
      for (String service : SERVICES) {
        whole.stop(service);
        whole.start(service);
      }
    }
    List<String> kills = new ArrayList<>();
    for (String service : SERVICES) {
      kills.addAll(Collections.nCopies(SERVICE_KILLS, service));
    }
    Collections.shuffle(kills);
    Run run = runs.begin();
    for (String service : kills) {
      pause();
      Instant killed = run.kill(service);
      whole.start(service);
      run.backSince(killed);
    }

    Checker.Findings found =
        run.end(
            "R1 application, feedback and insights killed %d times each".formatted(SERVICE_KILLS));

    if (Scale.FULL) {
      assertThat(found.acknowledged()).isGreaterThanOrEqualTo(ENOUGH);
      assertThat(run.caughtUp().p95()).isLessThanOrEqualTo(SOON);
    }
  }

  @Test
  void the_broker_killed_at_random_loses_nothing_and_inverts_nothing() throws Exception {
    Run run = runs.begin();
    Map<String, Long> processes = whole.processes();
    Meanwhile meanwhile = run.meanwhile();
    for (int i = 0; i < SERVER_KILLS; i++) {
      pause();
      Instant killed = run.kill("kafka");
      whole.start("kafka");
      run.backSince(killed);
    }

    run.end("R2 the broker killed %d times".formatted(SERVER_KILLS));

    assertThat(meanwhile.sentAgain()).isEmpty();
    assertThat(whole.processes()).isEqualTo(processes);
  }

  /** No command waits for the broker: each is taken at the first time of asking. */
  @Test
  void every_command_is_accepted_while_the_broker_is_down() throws Exception {
    Map<String, Long> processes = whole.processes();
    for (Duration outage : OUTAGES) {
      Run run = runs.begin();
      pause();
      Meanwhile meanwhile = run.meanwhile();
      run.kill("kafka");
      long accepted;
      try {
        TimeUnit.MILLISECONDS.sleep(outage.toMillis());
        accepted = meanwhile.allAccepted();
      } finally {
        whole.start("kafka");
      }
      run.backSince(Instant.now());

      run.end(
          "R2 the broker down for %d s, all of %d commands sent meanwhile accepted"
              .formatted(outage.toSeconds(), accepted));

      assertThat(accepted).isGreaterThan(run.ledger().candidates().size());
      assertThat(meanwhile.sentAgain()).isEmpty();
    }
    assertThat(whole.processes()).isEqualTo(processes);
  }

  @Test
  void postgresql_killed_at_random_loses_nothing_acknowledged() throws Exception {
    Run run = runs.begin();
    Map<String, Long> processes = whole.processes();
    for (int i = 0; i < SERVER_KILLS; i++) {
      pause();
      run.kill("postgres");
      whole.start("postgres");
      run.backSince(Instant.now());
    }

    run.end("R3 PostgreSQL killed %d times".formatted(SERVER_KILLS));

    assertThat(whole.processes()).isEqualTo(processes);
    if (Scale.FULL) {
      assertThat(run.accepting().most()).isLessThanOrEqualTo(SOON);
    }
  }

  private static void pause() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(LONGEST_LIFE_MILLIS));
  }
}
