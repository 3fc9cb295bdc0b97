package dev.rebound.events;

/** Who reported a rejection. */
public enum RejectionSource {
  CANDIDATE,
  BOARD
}
