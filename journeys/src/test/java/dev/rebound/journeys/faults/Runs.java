package dev.rebound.journeys.faults;

import dev.rebound.journeys.Whole;
import java.util.ArrayList;
import java.util.List;

/** The runs of a test, which end with it: what fails must not go on beside the next test. */
final class Runs implements AutoCloseable {

  private final Whole whole;
  private final List<Run> begun = new ArrayList<>();

  Runs(Whole whole) {
    this.whole = whole;
  }

  /** Begins one. */
  Run begin() {
    Run run = new Run(whole);
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
