package dev.rebound.insights.search.refinements;

import dev.rebound.events.RefinementKind;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of the search as it is shown.
 *
 * @param value what it changes, see {@link dev.rebound.insights.search.ProfileChange}; null where a
 *     former decision's words are gone
 * @param reason a plain sentence with its n
 * @param contexts in how many applications something speaks for it
 * @param confidence a rank from 0 to 1, not a probability
 * @param changes what accepting it does to the profile as it is now
 * @param backtest what it would have done to the candidate's own applications
 */
public record Refinement(
    UUID id,
    RefinementKind kind,
    @Nullable String value,
    String reason,
    int contexts,
    List<RefinementEvidence> evidence,
    double confidence,
    List<ProfileDifference> changes,
    Backtest backtest,
    Status status) {

  /** The states of a refinement, as the API names them. */
  public enum Status {
    SUGGESTED,
    ACCEPTED,
    DISMISSED
  }
}
