package dev.rebound.events;

/** The level a posting asks for, rising. */
public enum Seniority {
  INTERN,
  JUNIOR,
  MID,
  SENIOR,
  LEAD,
  EXECUTIVE
}
