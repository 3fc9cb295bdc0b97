package dev.rebound.application.timeline;

/** How an application stands. */
public enum ApplicationStatus {
  ACTIVE,
  REJECTED,
  WITHDRAWN,
  OFFERED
}
