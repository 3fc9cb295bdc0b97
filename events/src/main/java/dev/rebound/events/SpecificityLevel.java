package dev.rebound.events;

/** How much a piece of feedback tells its reader. */
public enum SpecificityLevel {
  GENERIC,
  PARTIAL,
  SPECIFIC
}
