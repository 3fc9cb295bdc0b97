package dev.rebound.application.reflection;

/** Why a reflection is not complete. */
public enum ReflectionRefusal {
  /** Nothing at all was said. */
  NOTHING_SAID,
  /** A stage occurs twice. */
  STAGE_TWICE,
  /** The ranks are not 1 to the number of stages, each once. */
  RANKS_NOT_IN_SEQUENCE,
  /** A rating is not 1 to 5. */
  RATING_OUT_OF_RANGE,
  /** A stage did not take place. */
  STAGE_DID_NOT_TAKE_PLACE,
  /** A theme is named as a cause twice. */
  CAUSE_TWICE,
  /** It was completed as often as it can be. */
  COMPLETED_TOO_OFTEN
}
