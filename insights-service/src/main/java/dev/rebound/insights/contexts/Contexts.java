package dev.rebound.insights.contexts;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Where the questions get a candidate's contexts from. */
public interface Contexts {

  /** Everything known of a candidate, by one index read; empty contexts where nothing is. */
  Uni<CandidateContexts> of(UUID candidateId);

  /** How far a candidate's contexts are, without reading them. */
  Uni<Revisions> revisions(UUID candidateId);
}
