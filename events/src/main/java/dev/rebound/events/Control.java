package dev.rebound.events;

/** How far a cause is in the candidate's hands. */
public enum Control {
  /** Can be worked on now; feeds the growth plan. */
  CONTROLLABLE,
  /** Cannot be changed overnight; feeds the plan with a long horizon, and the search. */
  LONG_TERM,
  /** Never was in the candidate's hands; feeds the search, is never a weakness. */
  OUT_OF_CONTROL,
  /** No cause was given. */
  UNKNOWN
}
