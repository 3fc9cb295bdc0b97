package dev.rebound.insights.search.refinements;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.events.RefinementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A change of the profile that something speaks for.
 *
 * @param value see {@link dev.rebound.insights.search.ProfileChange}
 * @param place tells it from most other suggestions of its kind with the same oldest evidence
 * @param evidence oldest first, at least one
 * @param confidence 0 to 1, see {@link Confidence}
 */
record Suggestion(
    RefinementKind kind,
    String value,
    int place,
    String reason,
    List<RefinementEvidence> evidence,
    double confidence) {

  Suggestion {
    evidence = evidence.stream().sorted(RefinementEvidence.OLDEST_FIRST).toList();
  }

  /**
   * An id for it. No words go into it, so two suggestions may have the same first one.
   *
   * @param ordinal from 1
   */
  UUID id(int ordinal) {
    return UuidCreator.getNameBasedSha1(
        evidence.getFirst().id(),
        "refinement/" + kind + "/" + place + (ordinal == 1 ? "" : "/" + ordinal));
  }

  /** Whether both change the same. */
  boolean sameAs(RefinementKind otherKind, String otherValue) {
    return kind == otherKind
        && value.toLowerCase(Locale.ROOT).equals(otherValue.toLowerCase(Locale.ROOT));
  }

  /** Both as one: the first one's reason, all evidence, the greater confidence. */
  Suggestion and(Suggestion other) {
    List<RefinementEvidence> all = new ArrayList<>(evidence);
    other.evidence.stream().filter(more -> !all.contains(more)).forEach(all::add);
    return new Suggestion(kind, value, place, reason, all, Math.max(confidence, other.confidence));
  }
}
