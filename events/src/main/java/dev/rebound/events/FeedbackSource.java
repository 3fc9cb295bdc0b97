package dev.rebound.events;

/** Who a piece of feedback comes from. */
public enum FeedbackSource {
  RECRUITER,
  APPRAISAL,
  MENTOR,
  PEER,
  MOCK_INTERVIEW
}
