package dev.rebound.insights.dismissals;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.contexts.Evidence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to 'what did I leave out?'.
 *
 * @param asOf when the last event in it happened; null before the first
 * @param evidence as it would count, if it were not left out; newest first
 */
public record Dismissals(
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant asOf, List<Evidence> evidence) {

  public Dismissals {
    evidence = List.copyOf(evidence);
  }

  static Dismissals of(CandidateContexts candidate) {
    return new Dismissals(candidate.asOf(), candidate.dismissed());
  }
}
