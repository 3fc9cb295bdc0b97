package dev.rebound.insights.contexts;

import dev.rebound.events.FeedbackSource;

/** Whose word a piece of evidence is. */
public enum EvidenceSource {
  RECRUITER,
  APPRAISAL,
  MENTOR,
  PEER,
  MOCK_INTERVIEW,
  /** The candidate's own reflection. */
  REFLECTION,
  /** The message or reason of a rejection. */
  REJECTION;

  /** The source of evidence that a piece of feedback gives. */
  public static EvidenceSource of(FeedbackSource source) {
    return switch (source) {
      case RECRUITER -> RECRUITER;
      case APPRAISAL -> APPRAISAL;
      case MENTOR -> MENTOR;
      case PEER -> PEER;
      case MOCK_INTERVIEW -> MOCK_INTERVIEW;
    };
  }
}
