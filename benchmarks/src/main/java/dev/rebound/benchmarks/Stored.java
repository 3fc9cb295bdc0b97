package dev.rebound.benchmarks;

import dev.rebound.localstack.Trouble;
import java.sql.SQLException;
import java.util.Optional;

/**
 * How many events a table holds and how many bytes they take. Both sides of a comparison are to
 * store the same, so it is measured and printed.
 */
record Stored(long events, long bytes) {

  /** Between these the goals were set. */
  private static final int FEWEST_BYTES = 400;

  private static final int MOST_BYTES = 500;

  /** What the event table of this database holds. */
  static Stored of(Ground ground, String database) throws SQLException {
    return of(ground, database, "event", "data");
  }

  /** What a table of events holds, the payload in this column. */
  static Stored of(Ground ground, String database, String table, String column)
      throws SQLException {
    String[] found =
        ground
            .text(
                database,
                "select count(*) || ' ' || coalesce(sum(length(%s)), 0) from %s"
                    .formatted(column, table))
            .split(" ");
    return new Stored(Long.parseLong(found[0]), Long.parseLong(found[1]));
  }

  /** What came since. */
  Stored since(Stored before) {
    return new Stored(events - before.events, bytes - before.bytes);
  }

  /** Bytes an event, on average. */
  int each() {
    if (events <= 0) {
      throw new Trouble("Nothing was stored.");
    }
    return Math.toIntExact(Math.round((double) bytes / events));
  }

  /**
   * Fails where there are not as many as were answered.
   *
   * @throws Trouble where they differ
   */
  void require(long answered) {
    if (events != answered) {
      throw new Trouble(
          "The figures do not count: %d were answered, and %d are stored."
              .formatted(answered, events));
    }
  }

  /** As a row of a table. */
  Table row(Table table, String who) {
    return table.row(who, Long.toString(events), Integer.toString(each()));
  }

  /** What is to be said where an event is not of the size that the goals were set for. */
  Optional<String> remark() {
    return each() >= FEWEST_BYTES && each() <= MOST_BYTES
        ? Optional.empty()
        : Optional.of(
            "an event takes %d bytes here: the goals were set for %d to %d"
                .formatted(each(), FEWEST_BYTES, MOST_BYTES));
  }

  /** The table whose rows these are. */
  static Table table() {
    return new Table("stored", "events", "bytes each");
  }
}
