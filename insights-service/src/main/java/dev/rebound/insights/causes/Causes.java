package dev.rebound.insights.causes;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.contexts.Evidence;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to 'how is what was said read?'. Some of it is in no other answer: one cause of many,
 * praise where critique weighs more, what a mentor says and the candidate puts down to others.
 *
 * @param asOf when the last event in it happened; null before the first
 * @param evidence all that counts, as the candidate has corrected it; newest first
 */
public record Causes(
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant asOf, List<Evidence> evidence) {

  public Causes {
    evidence = List.copyOf(evidence);
  }

  static Causes of(CandidateContexts candidate) {
    return new Causes(
        candidate.asOf(),
        candidate.evidence().stream()
            .sorted(Comparator.comparing(Evidence::at).reversed().thenComparing(Evidence::id))
            .toList());
  }
}
