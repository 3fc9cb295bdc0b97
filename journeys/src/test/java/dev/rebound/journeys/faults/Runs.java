package dev.rebound.journeys.faults;

import dev.rebound.journeys.Whole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The runs of a test, which end with it: what fails must not go on beside the next test. */
final class Runs implements AutoCloseable {

  /**
   * Between two applications of a candidate: what is written has to be checked afterwards, and what
   * was killed has to come back on two cores that are busy with the load.
   */
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Whole whole;
  private final List<Run> begun = new ArrayList<>();

  Runs(Whole whole) {
    this.whole = whole;
  }

  /** Begins one. */
  Run begin() {
    return begin(PAUSE);
  }

  /**
   * Begins one with another load.
   *
   * @param pause between two applications of a candidate
   */
  Run begin(Duration pause) {
    Run run = new Run(whole, pause);
    begun.add(run);
    return run;
  }

  @Override
  public void close() throws InterruptedException {
    for (Run run : begun) {
      run.close();
    }
  }
}
