package dev.rebound.analysis.jobs;

import org.jspecify.annotations.Nullable;

/**
 * A place where the work is, or what is said of moving and being allowed to work there.
 *
 * @param place as it is said, null where no place is named
 */
public record Location(Kind kind, @Nullable String place, Words words) implements Fact {

  @Override
  public String told() {
    return place == null ? "location " + kind : "location " + kind + " " + place;
  }

  /** What is said of the place. */
  public enum Kind {
    /** The work is there. */
    PLACE,
    /** One has to live or move there, or is helped to. */
    RELOCATION,
    /** One has to be allowed to work there, or is helped to be. */
    PERMIT
  }
}
