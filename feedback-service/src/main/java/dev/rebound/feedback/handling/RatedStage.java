package dev.rebound.feedback.handling;

import dev.rebound.events.StageKind;
import dev.rebound.events.StageRating;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a recruiter says of one stage.
 *
 * @param rating 1 (weak) to 5 (strong)
 */
public record RatedStage(
    @NotNull StageKind kind,
    @NotNull @Min(1) @Max(5) Integer rating,
    @Nullable @Size(max = 4000) String comment) {

  /** The same as events hold it. */
  public StageRating value() {
    return new StageRating(kind, rating, comment);
  }
}
