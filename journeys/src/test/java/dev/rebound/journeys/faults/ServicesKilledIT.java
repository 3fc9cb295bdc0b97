package dev.rebound.journeys.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rebound.journeys.Whole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * R1: services are killed at random under load, and nothing is lost and nothing is twice. Comes
 * late, since much is written here, which others would have to read.
 */
@Order(Integer.MAX_VALUE - 1)
class ServicesKilledIT {

  private static final List<String> SERVICES = List.of("application", "feedback", "insights");

  private static final int KILLS = Scale.of(1, 50);

  /** What R1 promises, in seconds. */
  private static final double SOON = 30;

  private static final int ENOUGH = 10_000;

  /**
   * Between two applications of a candidate. In full numbers the load lasts for as long as 150
   * starts, so a third of it is enough, and starts take the longer the more is asked beside them.
   */
  private static final Duration PAUSE = Duration.ofMillis(Scale.of(100, 400));

  private final Whole whole = Whole.running();
  @AutoClose private final Runs runs = new Runs(whole);

  @AfterEach
  void everythingRunsAgain() {
    await().atMost(Run.BACK).until(whole::ready);
  }

  /**
   * The next is killed once the readers have caught up: how long that takes is a question of one
   * fault, and not of how soon the next one follows. Where there are many, each ends once in good
   * order before, and keeps what its next starts need.
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
    for (int i = 0; i < KILLS; i++) {
      kills.addAll(SERVICES);
    }
    Collections.shuffle(kills);
    Run run = runs.begin(PAUSE);
    for (String service : kills) {
      run.goOn();
      Instant killed = run.kill(service);
      whole.start(service);
      run.backSince(killed);
    }

    Checker.Findings found =
        run.end("R1 application, feedback and insights killed %d times each".formatted(KILLS));

    if (Scale.FULL) {
      assertThat(found.acknowledged()).isGreaterThanOrEqualTo(ENOUGH);
      assertThat(run.caughtUp().p95()).isLessThanOrEqualTo(SOON);
    }
  }
}
