package dev.rebound.events;

/** The stages of a hiring process, in the order in which they usually come. */
public enum StageKind {
  APPLICATION_REVIEW,
  RECRUITER_SCREEN,
  ASSESSMENT,
  TECHNICAL_INTERVIEW,
  MANAGER_INTERVIEW,
  PANEL_INTERVIEW,
  FINAL_INTERVIEW,
  OFFER
}
