package dev.rebound.application.jobapplication;

import dev.rebound.events.StageKind;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A stage that took place.
 *
 * @param note the candidate's own words on it
 */
public record Stage(StageKind kind, LocalDate reachedOn, @Nullable String note) {

  /** By day; stages of one day in the order in which they usually come. */
  public static final Comparator<Stage> IN_ORDER =
      Comparator.comparing(Stage::reachedOn).thenComparing(Stage::kind);

  boolean isSameAs(Stage other) {
    return kind == other.kind && reachedOn.equals(other.reachedOn);
  }
}
