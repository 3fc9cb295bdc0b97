package dev.rebound.insights.perspective;

import dev.rebound.analysis.Polarity;
import dev.rebound.events.Control;
import dev.rebound.insights.contexts.ApplicationFacts;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.contexts.Evidence;
import dev.rebound.insights.contexts.EvidenceSource;
import java.util.Comparator;
import java.util.Optional;

/**
 * The main cause of a rejection.
 *
 * @param authority by whose word it is
 */
record MainCause(Evidence evidence, Authority authority) {

  private static final Comparator<MainCause> FIRST =
      Comparator.comparing(MainCause::authority)
          .thenComparing(cause -> cause.evidence().confidence(), Comparator.reverseOrder())
          .thenComparing(cause -> cause.evidence().at(), Comparator.reverseOrder())
          .thenComparing(cause -> cause.evidence().id());

  /** By whose word something is the main cause; the first that names one decides. */
  enum Authority {
    /** The candidate has looked at this very sentence and said how it is to be read. */
    CORRECTION,
    /** The recruiter's word that it decided. */
    DECISIVE_FEEDBACK,
    /** A cause named in the feedback. */
    FEEDBACK,
    /** A cause the candidate named in the reflection. */
    REFLECTION,
    /** A cause read out of the message or reason of the rejection. */
    MESSAGE,
    /** Only that somebody else was better, or that it did not fit. */
    VAGUE
  }

  /** The main cause of this rejection; empty where nobody named any. */
  static Optional<MainCause> of(CandidateContexts candidate, ApplicationFacts rejected) {
    return candidate.evidenceOf(rejected).stream()
        .filter(evidence -> evidence.polarity() == Polarity.NEGATIVE)
        .filter(evidence -> evidence.control() != Control.UNKNOWN)
        .flatMap(evidence -> authorityOf(evidence).stream().map(a -> new MainCause(evidence, a)))
        .min(FIRST);
  }

  private static Optional<Authority> authorityOf(Evidence evidence) {
    // What the candidate wants to improve is not yet what they were rejected for.
    if (evidence.source() == EvidenceSource.REFLECTION && !evidence.decisive()) {
      return Optional.empty();
    }
    if (evidence.corrected()) {
      return Optional.of(Authority.CORRECTION);
    }
    if (!evidence.theme().namesCause()) {
      return Optional.of(Authority.VAGUE);
    }
    return switch (evidence.source()) {
      case RECRUITER, APPRAISAL, MENTOR, PEER, MOCK_INTERVIEW ->
          Optional.of(evidence.decisive() ? Authority.DECISIVE_FEEDBACK : Authority.FEEDBACK);
      case REFLECTION -> Optional.of(Authority.REFLECTION);
      case REJECTION -> Optional.of(Authority.MESSAGE);
    };
  }
}
