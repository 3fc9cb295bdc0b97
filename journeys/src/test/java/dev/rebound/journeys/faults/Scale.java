package dev.rebound.journeys.faults;

/** Whether the full numbers are asked for, or a few for the ordinary run. */
public final class Scale {

  /** {@code ./rebound test --faults}. */
  static final boolean FULL = Boolean.getBoolean("rebound.faults");

  private Scale() {}

  /** One of the two numbers. */
  public static int of(int ordinary, int full) {
    return FULL ? full : ordinary;
  }
}
