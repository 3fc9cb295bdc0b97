package dev.rebound.analysis;

/** How a statement judges the person it is about. */
public enum Polarity {
  /** Something was missing, weak or in the way. */
  NEGATIVE,
  /** Something was good. */
  POSITIVE,
  /** Advice, a fact, or courtesy: no judgement. */
  NEUTRAL
}
