package dev.rebound.insights.search;

import dev.rebound.events.RefinementKind;
import dev.rebound.events.SearchProfile;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One candidate's search.
 *
 * @param said whether the candidate ever said what they look for
 * @param profile {@link SearchProfile#EMPTY} until then
 * @param decisions what became of suggested changes, in the order they were decided
 */
public record Search(
    boolean said, SearchProfile profile, SequencedMap<UUID, RefinementDecided> decisions) {

  /** A search of which nothing was said yet. */
  public static final Search UNSAID = new Search(false, SearchProfile.EMPTY, new LinkedHashMap<>());

  public Search {
    decisions = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(decisions));
  }

  /** What became of a suggested change. */
  public sealed interface RefinementDecided {

    /** The change's id. */
    UUID id();

    /** What it changes. */
    RefinementKind kind();

    /** How; null where the words were erased. */
    @Nullable String value();

    /** It became part of the profile. */
    record Accepted(UUID id, RefinementKind kind, @Nullable String value)
        implements RefinementDecided {}

    /** The candidate does not want it. */
    record Dismissed(UUID id, RefinementKind kind, @Nullable String value, @Nullable String reason)
        implements RefinementDecided {}
  }

  /** What became of a suggested change, where it was decided. */
  public Optional<RefinementDecided> decision(UUID refinementId) {
    return Optional.ofNullable(decisions.get(refinementId));
  }

  Search with(SearchProfile newProfile) {
    return new Search(true, newProfile, decisions);
  }

  Search with(RefinementDecided decision) {
    SequencedMap<UUID, RefinementDecided> all = new LinkedHashMap<>(decisions);
    all.put(decision.id(), decision);
    return new Search(said, profile, all);
  }
}
