package dev.rebound.benchmarks;

import dev.rebound.localstack.Trouble;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * Waits until nothing is under way any more: what a command sets off goes on after its answer, and
 * would be counted with whatever is measured next, or not at all.
 */
final class Quiet {

  private static final long LOOK_MILLIS = 200;

  /** How many of the relay and the list of applications have not come to the last event. */
  private static final String BEHIND =
      """
      select exists (select from event)::int * (2 - count(*)) from watermark w
      where w.handler in ('relay', 'application-summary') and not exists (
        select from event e where (e.tx, e.position) > (w.tx::text::xid8, w.position))
      """;

  private Quiet() {}

  /** Returns once application-service is through with its own events. */
  static void inApplication(Ground ground, Duration limit)
      throws SQLException, InterruptedException {
    Instant deadline = Instant.now().plus(limit);
    while (ground.number("application", BEHIND) > 0) {
      pause(deadline, "application-service is not through with its events");
    }
  }

  /** Returns once application-service is, and insights-service with what was published. */
  static void everywhere(Ground ground, Duration limit) throws SQLException, InterruptedException {
    Instant deadline = Instant.now().plus(limit);
    inApplication(ground, limit);
    while (Integrity.taken(ground) < Topic.size(ground, Topic.APPLICATIONS)) {
      pause(deadline, "insights-service is not through with what was published");
    }
  }

  /** Has what was written before on the disk, or what is measured next would wait for it. */
  static void onDisk() throws IOException, InterruptedException {
    new ProcessBuilder("sync").start().waitFor();
  }

  private static void pause(Instant deadline, String otherwise) throws InterruptedException {
    if (Instant.now().isAfter(deadline)) {
      throw new Trouble(otherwise + ", long after the load has ended.");
    }
    Thread.sleep(LOOK_MILLIS);
  }
}
