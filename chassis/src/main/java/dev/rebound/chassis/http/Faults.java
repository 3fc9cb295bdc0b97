package dev.rebound.chassis.http;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Describes a fault for the log by kinds and places alone: messages of exceptions quote what they
 * choke on, and that may be somebody's words.
 */
final class Faults {

  private static final int MOST_CAUSES = 5;
  private static final int MOST_FRAMES = 6;

  private Faults() {}

  /** The exception and its causes, each with where it happened. */
  static String describe(Throwable fault) {
    StringBuilder description = new StringBuilder(place(fault));
    Throwable cause = fault.getCause();
    for (int i = 1; cause != null && i < MOST_CAUSES; i++) {
      description.append("\n caused by ").append(place(cause));
      cause = cause.getCause();
    }
    return description.toString();
  }

  private static String place(Throwable fault) {
    return Arrays.stream(fault.getStackTrace())
        .limit(MOST_FRAMES)
        .map(frame -> "\n   at " + frame)
        .collect(Collectors.joining("", fault.getClass().getName(), ""));
  }
}
