package dev.rebound.application.boards.outgoing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When what was not taken is sent again; by Standard Webhooks' example, ten times in 75 hours. */
final class RetrySchedule {

  /** The pause before each attempt. */
  static final List<Duration> PAUSES =
      List.of(
          Duration.ZERO,
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  /** How much longer a pause may be, so that what failed together does not come back together. */
  private static final double JITTER = 0.1;

  /** A receiver may ask for patience, and not for ever. */
  private static final Duration LONGEST_WISH = Duration.ofHours(24);

  private RetrySchedule() {}

  /** What follows from a call. */
  sealed interface Verdict {

    /** It arrived. */
    record Taken() implements Verdict {}

    /** It is to be tried again. */
    record Again(Instant at) implements Verdict {}

    /** It was tried often enough. */
    record GivenUp() implements Verdict {}

    /** The receiver is no more, and wants nothing else either. */
    record Gone() implements Verdict {}
  }

  /**
   * What follows from how a call ended.
   *
   * @param attempts how many there were, this one included
   * @param chance from 0 to 1
   */
  static Verdict after(int attempts, CallResult result, Instant now, double chance) {
    if (result.isTaken()) {
      return new Verdict.Taken();
    }
    if (result.isGone()) {
      return new Verdict.Gone();
    }
    if (attempts >= PAUSES.size()) {
      return new Verdict.GivenUp();
    }
    Duration pause = PAUSES.get(attempts);
    Duration wish = result.retryAfter();
    if (wish != null) {
      Duration heard = wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish;
      pause = heard.compareTo(pause) > 0 ? heard : pause;
    }
    return new Verdict.Again(
        now.plus(pause).plusMillis((long) (pause.toMillis() * JITTER * chance)));
  }
}
