package dev.rebound.journeys.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rebound.journeys.Whole;
import dev.rebound.localstack.demo.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * R2: the broker is away for a while, and every command is taken at the first time of asking.
 *
 * <p>In full numbers that is twelve minutes of waiting, so it waits beside the other tests, on a
 * whole of its own and under a light load, which takes little from them.
 */
@Order(Integer.MAX_VALUE)
@Execution(ExecutionMode.CONCURRENT)
class BrokerDownIT {

  private static final List<Duration> OUTAGES =
      Scale.FULL
          ? List.of(Duration.ofSeconds(60), Duration.ofMinutes(10))
          : List.of(Duration.ofSeconds(10));

  /** Between two applications of a candidate: about ten commands a second in full numbers. */
  private static final Duration PAUSE = Duration.ofMillis(Scale.of(100, 1_500));

  /** The one of all others comes first: two that start together take longer than one by one. */
  private final Whole shared = Whole.running();

  private final Whole whole = Scale.FULL ? Whole.apart() : shared;
  private final Runs runs = new Runs(whole);

  @AfterEach
  void everythingRunsAgain() throws InterruptedException {
    runs.close();
    if (Scale.FULL) {
      whole.close();
    } else {
      await().atMost(Run.BACK).until(whole::ready);
    }
  }

  @Test
  void every_command_is_accepted_while_the_broker_is_down() throws Exception {
    Map<String, Long> processes = whole.processes();
    for (Duration outage : OUTAGES) {
      Run run = runs.begin(PAUSE);
      run.goOn();
      Meanwhile meanwhile = run.meanwhile();
      run.kill("kafka");
      long accepted;
      try {
        TimeUnit.MILLISECONDS.sleep(outage.toMillis());
        thenOnesOwnIsRead();
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

  /** A service's own events come to its lists without the broker. */
  private void thenOnesOwnIsRead() {
    Api api = whole.candidate(whole.realm().newCandidate());
    String applications = whole.url("application") + "/api/v1/applications";
    Api.Answer made =
        api.post(
            applications,
            Map.of(
                "posting",
                Map.of("title", "Meanwhile", "company", "Fault"),
                "appliedOn",
                "2026-10-01"));

    Api.Answer read = api.get(applications + "?after=" + made.event().orElseThrow());

    assertThat(read.body().path("items").findValuesAsText("title")).containsExactly("Meanwhile");
  }
}
