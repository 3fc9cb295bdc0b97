package dev.rebound.journeys.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rebound.journeys.Whole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R1 to R3: parts are killed at random under load, and nothing is lost and nothing is twice. */
class KillsIT {

  private static final boolean FULL = Boolean.getBoolean("rebound.faults");
  private static final int SERVICE_KILLS = FULL ? 50 : 2;
  private static final int SERVER_KILLS = FULL ? 20 : 2;
  private static final Duration OUTAGE = Duration.ofSeconds(FULL ? 60 : 10);

  /** How long a part may run before it is killed again, at most. */
  private static final int LONGEST_LIFE_MILLIS = 3_000;

  /** How long the first command after a kill may take; what reliability promises, and a start. */
  private static final Duration BACK = Duration.ofSeconds(60);

  private static final Duration CAUGHT_UP = Duration.ofMinutes(3);
  private static final long SEED = 20_261_125;

  private final Whole whole = Whole.running();
  private final Random random = new Random(SEED);

  @AfterEach
  void everythingRunsAgain() {
    await().atMost(BACK).until(whole::ready);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application", "feedback", "insights"})
  void a_service_killed_at_random_loses_nothing_and_doubles_nothing(String service)
      throws Exception {
    killed("R1", service, SERVICE_KILLS, Duration.ZERO);
  }

  @Test
  void the_broker_killed_at_random_loses_nothing_and_inverts_nothing() throws Exception {
    killed("R2", "kafka", SERVER_KILLS, Duration.ZERO);
  }

  @Test
  void commands_are_accepted_while_the_broker_is_down() throws Exception {
    killed("R2", "kafka", 1, OUTAGE);
  }

  @Test
  void postgresql_killed_at_random_loses_nothing_acknowledged() throws Exception {
    killed("R3", "postgres", SERVER_KILLS, Duration.ZERO);
  }

  private void killed(String name, String part, int kills, Duration down) throws Exception {
    Ledger ledger = new Ledger(whole);
    List<Double> back = new ArrayList<>();
    long whileDown = 0;
    for (int i = 0; i < kills; i++) {
      TimeUnit.MILLISECONDS.sleep(500 + random.nextInt(LONGEST_LIFE_MILLIS));
      whole.kill(part);
      Instant killed = Instant.now();
      long before = ledger.acknowledged().size();
      TimeUnit.MILLISECONDS.sleep(down.toMillis());
      whileDown += ledger.acknowledged().size() - before;
      whole.start(part);
      Instant started = Instant.now();
      await().atMost(BACK).until(() -> ledger.lastAcknowledged().isAfter(started));
      back.add(Duration.between(killed, ledger.lastAcknowledged()).toMillis() / 1000.0);
    }
    ledger.close();
    Instant ended = Instant.now();
    Checker checker = new Checker(whole, ledger);

    await()
        .atMost(CAUGHT_UP)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() -> assertThat(checker.check()).matches(Checker.Findings::none));

    System.out.println(
        String.format(
            Locale.ROOT,
            "%s %s killed %d times%s: %s (%d sent again); first command after a kill within %.1f s (p95 of %d), caught up %.1f s after the last",
            name,
            part,
            kills,
            down.isZero()
                ? ""
                : ", down " + down.toSeconds() + " s with " + whileDown + " accepted",
            checker.check(),
            ledger.repeats(),
            percentile(back),
            back.size(),
            Duration.between(ended, Instant.now()).toMillis() / 1000.0));
    assertThat(ledger.refused()).isEmpty();
    assertThat(ledger.acknowledged()).hasSize((int) ledger.intended());
    if (!down.isZero()) {
      assertThat(whileDown).as("commands accepted while the broker was down").isPositive();
    }
  }

  private static double percentile(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1);
  }
}
