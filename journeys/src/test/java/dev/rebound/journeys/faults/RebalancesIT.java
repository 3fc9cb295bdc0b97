package dev.rebound.journeys.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.journeys.Whole;
import dev.rebound.journeys.faults.ReadModels.Hashes;
import dev.rebound.journeys.faults.Rebuilds.View;
import dev.rebound.localstack.Part;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * R5: consumer groups are rebalanced every three seconds under load, with two processes of each
 * consuming service, and the read model is what a rebuild from the topics makes.
 */
class RebalancesIT {

  private static final Duration EVERY = Duration.ofSeconds(3);
  private static final Duration LONG = Duration.ofSeconds(Scale.of(20, 300));

  private final Whole whole = Whole.running();
  @AutoClose private final Runs runs = new Runs(whole);

  @Test
  void partitions_that_change_hands_all_the_time_lose_nothing_and_double_nothing()
      throws Exception {
    Part insights = whole.second("insights");
    Part feedback = whole.second("feedback");
    Map<String, Long> processes = whole.processes();
    Run run = runs.begin();
    long joins;
    try (Rebalancer one =
            new Rebalancer(
                whole.broker(),
                "insights-service",
                List.of("rebound.applications", "rebound.feedback"),
                EVERY);
        Rebalancer other =
            new Rebalancer(
                whole.broker(), "feedback-service", List.of("rebound.applications"), EVERY)) {
      TimeUnit.SECONDS.sleep(LONG.toSeconds());
      joins = Math.min(one.joins(), other.joins());
      assertThat(joins).isPositive();
    }
    assertThat(insights.ready()).isTrue();
    assertThat(feedback.ready()).isTrue();
    run.end(
        "R5 groups rebalanced for %d s, a third member of each joining and leaving %d times"
            .formatted(LONG.toSeconds(), joins));
    insights.stop();
    feedback.stop();

    ReadModels models = new ReadModels(whole, run.ledger().candidates());
    Hashes before = models.hashes();
    long events = new Rebuilds(whole).rebuild(new View("insights", "contexts"));
    Hashes rebuilt = models.hashes();

    System.out.printf(
        "R5 the read models beside those rebuilt from %d events: %s by %d hashes over %d rows%n",
        events,
        rebuilt.equals(before) ? "identical" : "different",
        before.byName().size(),
        before.rows());
    assertThat(rebuilt).isEqualTo(before);
    assertThat(whole.processes()).isEqualTo(processes);
  }
}
