package dev.rebound.insights.perspective;

import dev.rebound.analysis.Polarity;
import dev.rebound.events.Control;
import dev.rebound.insights.contexts.ApplicationFacts;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.contexts.Evidence;
import java.util.Comparator;
import java.util.Optional;

/**
 * The main cause of a rejection, out of what {@linkplain Evidence#tellsWhyRejected tells why}. A
 * correction changes what somebody is taken to have said, and not how much their word counts.
 *
 * @param authority by whose word it is
 */
record MainCause(Evidence evidence, Authority authority) {

  private static final Comparator<MainCause> FIRST =
      Comparator.comparing(MainCause::authority)
          // Who has looked at the sentence knows better than who read it, and no better than
          // others.
          .thenComparing(cause -> cause.evidence().corrected(), Comparator.reverseOrder())
          .thenComparing(cause -> cause.evidence().confidence(), Comparator.reverseOrder())
          .thenComparing(cause -> cause.evidence().at(), Comparator.reverseOrder())
          .thenComparing(cause -> cause.evidence().id());

  /** By whose word something is the main cause; the first that names one decides. */
  enum Authority {
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
        .filter(Evidence::tellsWhyRejected)
        .map(evidence -> new MainCause(evidence, authorityOf(evidence)))
        .min(FIRST);
  }

  private static Authority authorityOf(Evidence evidence) {
    if (!evidence.theme().namesCause()) {
      return Authority.VAGUE;
    }
    return switch (evidence.source()) {
      case REJECTION -> Authority.MESSAGE;
      case REFLECTION -> Authority.REFLECTION;
      case RECRUITER, APPRAISAL, MENTOR, PEER, MOCK_INTERVIEW ->
          evidence.decisive() ? Authority.DECISIVE_FEEDBACK : Authority.FEEDBACK;
    };
  }
}
