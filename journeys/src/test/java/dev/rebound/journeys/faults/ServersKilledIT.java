package dev.rebound.journeys.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rebound.journeys.Whole;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * R2 and R3: the broker and PostgreSQL are killed at random under load, and nothing is lost and
 * nothing is twice. Comes last, since the most is written here, which others would have to read.
 */
@Order(Integer.MAX_VALUE)
class ServersKilledIT {

  private static final int KILLS = Scale.of(1, 20);

  /** What R3 promises, in seconds. */
  private static final double SOON = 30;

  private final Whole whole = Whole.running();
  @AutoClose private final Runs runs = new Runs(whole);

  @AfterEach
  void everythingRunsAgain() {
    await().atMost(Run.BACK).until(whole::ready);
  }

  @Test
  void the_broker_killed_at_random_loses_nothing_and_inverts_nothing() throws Exception {
    Run run = runs.begin();
    Map<String, Long> processes = whole.processes();
    Meanwhile meanwhile = run.meanwhile();
    for (int i = 0; i < KILLS; i++) {
      run.goOn();
      Instant killed = run.kill("kafka");
      whole.start("kafka");
      run.backSince(killed);
    }

    run.end("R2 the broker killed %d times".formatted(KILLS));

    assertThat(meanwhile.sentAgain()).isEmpty();
    assertThat(whole.processes()).isEqualTo(processes);
  }

  @Test
  void postgresql_killed_at_random_loses_nothing_acknowledged() throws Exception {
    Run run = runs.begin();
    Map<String, Long> processes = whole.processes();
    for (int i = 0; i < KILLS; i++) {
      run.goOn();
      run.kill("postgres");
      whole.start("postgres");
      run.backSince(Instant.now());
    }

    run.end("R3 PostgreSQL killed %d times".formatted(KILLS));

    assertThat(whole.processes()).isEqualTo(processes);
    if (Scale.FULL) {
      assertThat(run.accepting().most()).isLessThanOrEqualTo(SOON);
    }
  }
}
