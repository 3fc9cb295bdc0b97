package dev.rebound.events;

/** What a component of a job does to the candidate's energy, falling. */
public enum Energy {
  ENERGIZING,
  SOMEWHAT_ENERGIZING,
  SOMEWHAT_DE_ENERGIZING,
  DE_ENERGIZING
}
