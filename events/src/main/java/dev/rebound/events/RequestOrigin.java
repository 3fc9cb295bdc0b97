package dev.rebound.events;

/** What opened a feedback request. */
public enum RequestOrigin {
  REJECTION,
  CANDIDATE
}
