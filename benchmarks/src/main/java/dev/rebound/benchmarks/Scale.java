package dev.rebound.benchmarks;

import java.io.File;
import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param quick a look, in three minutes for all; else the full set, in an hour
 * @param grounds what benchmarks run on
 * @param longest events of the longest history
 */
record Scale(boolean quick, Grounds grounds, int longest) {

  private static final int LONG = 10_000_000;
  private static final int SHORTER = 1_000_000;

  /** What the longest history takes on disk, tables, topic, log and a rebuild's copy together. */
  private static final long LONG_BYTES = 45_000_000_000L;

  /**
   * The scale of one run: ten million events at most, or fewer where the disk has no room for as
   * many; looked for once, since what is laid takes of it.
   */
  static Scale of(boolean quick, Grounds grounds) {
    File disk = new File(System.getProperty("java.io.tmpdir"));
    boolean roomy = !quick && disk.getUsableSpace() >= LONG_BYTES;
    return new Scale(quick, grounds, roomy ? LONG : events(quick, SHORTER));
  }

  /** How often the two sides are measured in turn. */
  int repeats() {
    return quick ? 1 : 3;
  }

  /** Whether others are measured beside us: each has to start and to warm up as well. */
  boolean peers() {
    return !quick;
  }

  /** How long one measurement takes. */
  Duration measured() {
    return Duration.ofSeconds(quick ? 2 : 15);
  }

  /** How long a service is used before it is measured. */
  Duration warmUp() {
    return Duration.ofSeconds(quick ? 1 : 30);
  }

  /**
   * How long services that have just started are used before the first measurement on them: two
   * cores compile for more than a minute, and the first commands take a second each, which even a
   * quick look is not to show.
   */
  Duration longWarmUp() {
    return quick ? Duration.ofSeconds(4) : warmUp().multipliedBy(3);
  }

  /** The same for either point of a history, which a quick run reaches on one ground. */
  Duration historyWarmUp() {
    return quick ? warmUp() : longWarmUp();
  }

  /** How many candidates take turns: to sign the tokens of more takes a quick run too long. */
  int candidates() {
    return quick ? 50 : 500;
  }

  /**
   * How late the load generator may be at p99: a run in which it was later is none. A quick one
   * would have no figure for it on a busy machine, and says how late it was beside.
   */
  Duration mostLag() {
    return Duration.ofMillis(quick ? 10 : 1);
  }

  /** With how many clients pgbench looks for its best. */
  List<Integer> clients() {
    return quick ? List.of(32) : List.of(1, 4, 8, 16, 32);
  }

  /** A number of events for which a full run takes that many, and a quick one a fortieth. */
  int events(int full) {
    return events(quick, full);
  }

  private static int events(boolean quick, int full) {
    return quick ? full / 40 : full;
  }
}
