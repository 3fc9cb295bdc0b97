package dev.rebound.delivery.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.delivery.simulation.Simulation.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Runs many seeds. {@code -Drebound.simulation.seeds=100000} runs as many; {@code
 * -Drebound.simulation.seed=N}, with {@code -Drebound.simulation.fault=F} for a planted one, runs
 * one of them and tells what happened in it.
 */
class SimulationTest {

  private static final int SEEDS = Integer.getInteger("rebound.simulation.seeds", 5_000);

  /** Within how many seeds a planted fault must be found. */
  private static final int SOON = 3_000;

  @Test
  void whatever_goes_wrong_everything_holds() {
    Long one = Long.getLong("rebound.simulation.seed");
    if (one != null) {
      Fault fault = Fault.valueOf(System.getProperty("rebound.simulation.fault", "NONE"));
      Outcome outcome = Simulation.run(one, fault, true);
      outcome.trace().forEach(System.out::println);
      assertThat(outcome.violations()).isEmpty();
      return;
    }
    long begun = System.nanoTime();
    LongAdder events = new LongAdder();
    LongAdder crashes = new LongAdder();
    LongAdder repeats = new LongAdder();
    LongAdder acknowledged = new LongAdder();
    List<String> violations =
        LongStream.range(0, SEEDS)
            .parallel()
            .mapToObj(each -> {
              Outcome outcome = Simulation.run(each, Fault.NONE, false);
              events.add(outcome.events());
              crashes.add(outcome.crashes());
              repeats.add(outcome.repeats());
              acknowledged.add(outcome.acknowledged());
              return outcome.isSound() ? "" : describe(each, Fault.NONE, outcome);
            })
            .filter(violation -> !violation.isEmpty())
            .toList();
    System.out.printf(
        "R10 %,d seeds in %,d s: %d violations (%,d acknowledged commands, %,d events, %,d crashes,"
            + " %,d repeats)%n",
        SEEDS,
        Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
        violations.size(),
        acknowledged.sum(),
        events.sum(),
        crashes.sum(),
        repeats.sum());

    assertThat(violations.stream().limit(5)).isEmpty();
    assertThat(events.sum()).isGreaterThan(5L * SEEDS);
    assertThat(crashes.sum()).isGreaterThan(SEEDS);
    assertThat(repeats.sum()).isPositive();
  }

  @Test
  void every_planted_fault_is_found() {
    Set<Fault> planted = EnumSet.complementOf(EnumSet.of(Fault.NONE));
    List<String> found = new ArrayList<>();
    Set<Fault> missed = EnumSet.noneOf(Fault.class);
    for (Fault fault : planted) {
      LongStream.range(0, SOON)
          .filter(seed -> !Simulation.run(seed, fault, false).isSound())
          .findFirst()
          .ifPresentOrElse(seed -> found.add(describe(fault, seed)), () -> missed.add(fault));
    }
    System.out.printf("R10 %d of %d planted faults found%n", found.size(), planted.size());
    found.forEach(System.out::println);

    assertThat(missed).isEmpty();
    assertThat(planted).hasSize(11);
  }

  @ParameterizedTest
  @EnumSource
  void a_seed_always_gives_the_same_run(Fault fault) {
    Outcome first = Simulation.run(42, fault, true);

    assertThat(Simulation.run(42, fault, true).trace()).isEqualTo(first.trace()).isNotEmpty();
  }

  private static String describe(Fault fault, long seed) {
    return "  %s after %d seeds: %s"
        .formatted(
            fault, seed + 1, String.join("; ", Simulation.run(seed, fault, false).violations()));
  }

  private static String describe(long seed, Fault fault, Outcome outcome) {
    return """
    seed %d: %s
    to replay: mvn -pl delivery -am test -Dtest=SimulationTest \
    -Dsurefire.failIfNoSpecifiedTests=false -Drebound.simulation.seed=%d \
    -Drebound.simulation.fault=%s\
    """
        .formatted(seed, String.join("; ", outcome.violations()), seed, fault);
  }
}
