package dev.rebound.events;

/** The five parts of feedback that can be acted on; each names one that is missing. */
public enum MissingPart {
  STAGE,
  THEME,
  OBSERVATION,
  EXAMPLE,
  ADVICE
}
