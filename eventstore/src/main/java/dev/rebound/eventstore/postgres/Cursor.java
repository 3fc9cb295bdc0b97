package dev.rebound.eventstore.postgres;

import java.util.Comparator;

/**
 * A place in a source of events: in an event table the transaction and the position; in a partition
 * of a topic the offset alone, with a transaction of 0.
 */
public record Cursor(long tx, long position) implements Comparable<Cursor> {

  /** Before everything. */
  public static final Cursor START = new Cursor(0, -1);

  private static final Comparator<Cursor> ORDER =
      Comparator.comparingLong(Cursor::tx).thenComparingLong(Cursor::position);

  /** The place of a record in a partition. */
  public static Cursor ofOffset(long offset) {
    return new Cursor(0, offset);
  }

  /** Whether this place comes after the other. */
  public boolean isAfter(Cursor other) {
    return compareTo(other) > 0;
  }

  @Override
  public int compareTo(Cursor other) {
    return ORDER.compare(this, other);
  }
}
