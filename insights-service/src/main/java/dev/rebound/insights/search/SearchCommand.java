package dev.rebound.insights.search;

import dev.rebound.events.RefinementKind;
import dev.rebound.events.SearchProfile;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a candidate may do with their search. */
public sealed interface SearchCommand {

  /** Whose search it is. */
  UUID candidateId();

  /**
   * Change the search as suggested.
   *
   * @param value what was suggested, or what the candidate made of it; see {@link ProfileChange}
   */
  record AcceptRefinement(UUID candidateId, UUID refinementId, RefinementKind kind, String value)
      implements SearchCommand {}

  /** Leave the search as it is and do not suggest this again. */
  record DismissRefinement(
      UUID candidateId,
      UUID refinementId,
      RefinementKind kind,
      String value,
      @Nullable String reason)
      implements SearchCommand {}

  /** Look for this from now on. */
  record ChangeProfile(UUID candidateId, SearchProfile profile) implements SearchCommand {}
}
