package dev.rebound.insights.contexts;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A piece of feedback that belongs to no application: an appraisal, a mentor's words. */
public record FeedbackFacts(
    UUID candidateId, UUID id, Map<String, Integer> taken, FeedbackGiven feedback)
    implements Facts {

  public FeedbackFacts {
    taken = taken == null ? Map.of() : Map.copyOf(taken);
  }

  @Override
  public List<Said> said() {
    return List.of(Said.in(null, feedback));
  }
}
