package dev.rebound.events;

/** Where the work is done. */
public enum Workplace {
  ONSITE,
  HYBRID,
  REMOTE
}
