package dev.rebound.journeys.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rebound.journeys.TopicLog;
import dev.rebound.journeys.Whole;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** A load under which something goes wrong, several times, and what came of it. */
final class Run implements AutoCloseable {

  /** How long the first command after a fault may take, a start included. */
  static final Duration BACK = Duration.ofSeconds(90);

  /** How long everything runs before something goes wrong again, at most. */
  private static final int LONGEST_LIFE_MILLIS = 2_000;

  private static final Duration COMPLETE = Duration.ofMinutes(3);

  private final Whole whole;
  private final Map<Integer, Long> begun;
  private final Ledger ledger;
  private final CaughtUp readers;
  private final Spread accepting = new Spread();
  private final Spread caughtUp = new Spread();

  /**
   * Begins.
   *
   * @param pause between two applications of a candidate
   */
  Run(Whole whole, Duration pause) {
    this.whole = whole;
    this.readers = new CaughtUp(whole);
    this.begun = new TopicLog(whole.broker()).ends(Checker.TOPIC);
    this.ledger = new Ledger(whole, pause);
  }

  /** Lets everything run, for no time that could be told before. */
  void goOn() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(LONGEST_LIFE_MILLIS));
  }

  /** Kills a part; answers when that was done. */
  Instant kill(String part) {
    whole.kill(part);
    return Instant.now();
  }

  /** What becomes of the commands from now on. */
  Meanwhile meanwhile() {
    return new Meanwhile(ledger);
  }

  /** Whose commands these are. */
  Ledger ledger() {
    return ledger;
  }

  /** From a fault to the first command that was begun and acknowledged after it was over. */
  Spread accepting() {
    return accepting;
  }

  /** From a fault until what was acknowledged after it could be read everywhere. */
  Spread caughtUp() {
    return caughtUp;
  }

  /**
   * Waits until commands are accepted again, and until the latest of each candidate, as of then,
   * can be read; notes how long each took.
   */
  void backSince(Instant since) {
    Instant over = Instant.now();
    await().atMost(BACK).until(() -> ledger.lastAcknowledged().isAfter(over));
    accepting.add(secondsSince(since));
    readers.await(ledger.latest());
    caughtUp.add(secondsSince(since));
  }

  /** Ends the load, waits until everything has come to its end, and tells what was found. */
  Checker.Findings end(String what) throws InterruptedException {
    ledger.close();
    Instant ended = Instant.now();
    Checker checker = new Checker(whole, ledger, begun);
    await()
        .atMost(COMPLETE)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() -> assertThat(checker.check()).matches(Checker.Findings::none));
    Checker.Findings found = checker.check();
    System.out.printf(
        "%s: %s; %s; accepting after %s, caught up after %s, complete %.1f s after the"
            + " last command%n",
        what, found, sentAgain(), accepting, caughtUp, secondsSince(ended));
    assertThat(ledger.refused()).isEmpty();
    assertThat(found.acknowledged()).isEqualTo(ledger.intended());
    return found;
  }

  private String sentAgain() {
    Map<String, Long> why = new TreeMap<>(ledger.sentAgain());
    long times = why.values().stream().mapToLong(Long::longValue).sum();
    return times == 0 ? "0 sent again" : "%d sent again, after %s".formatted(times, why);
  }

  /** Ends the load, where a test has not come to its end. */
  @Override
  public void close() throws InterruptedException {
    ledger.close();
  }

  private static double secondsSince(Instant since) {
    return Duration.between(since, Instant.now()).toMillis() / 1000.0;
  }
}
