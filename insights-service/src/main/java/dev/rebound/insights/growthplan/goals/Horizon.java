package dev.rebound.insights.growthplan.goals;

import dev.rebound.events.Control;
import java.time.LocalDate;

/**
 * How long a goal is given, where the candidate names no date. Judgement, not measurement: long
 * enough for one or two more conversations to tell, short enough to be remembered.
 */
public enum Horizon {
  /** What can be worked on now. */
  SHORT(8),
  /** What cannot be changed overnight. */
  LONG(26);

  private final int weeks;

  Horizon(int weeks) {
    this.weeks = weeks;
  }

  /** The horizon of a cause that is so far in the candidate's hands. */
  public static Horizon of(Control control) {
    return switch (control) {
      case LONG_TERM -> LONG;
      case CONTROLLABLE, OUT_OF_CONTROL, UNKNOWN -> SHORT;
    };
  }

  /** How many weeks. */
  public int weeks() {
    return weeks;
  }

  /** The day it ends when it begins today. */
  public LocalDate from(LocalDate today) {
    return today.plusWeeks(weeks);
  }
}
