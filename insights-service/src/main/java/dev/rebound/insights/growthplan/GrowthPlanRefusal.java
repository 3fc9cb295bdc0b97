package dev.rebound.insights.growthplan;

/** Why a command on a growth plan does not hold. */
public enum GrowthPlanRefusal {
  /** The goal is being worked on already. */
  ALREADY_ADOPTED,
  /** Nobody has taken the goal on. */
  NOT_ADOPTED,
  /** The goal was achieved already. */
  ALREADY_ACHIEVED,
  /** The goal was let go already. */
  ALREADY_ABANDONED,
  /** {@value GrowthPlanDecider#MOST_OPEN} goals are open. */
  TOO_MANY_OPEN_GOALS,
  /** {@value GrowthPlanDecider#MOST_GOALS} goals were ever taken on. */
  TOO_MANY_GOALS,
  /** The goal has {@value GrowthPlanDecider#MOST_CHECK_INS} check-ins. */
  TOO_MANY_CHECK_INS,
  /** The date lies in the past. */
  DUE_IN_THE_PAST,
  /** The date lies more than {@value GrowthPlanDecider#MOST_YEARS} years ahead. */
  DUE_TOO_LATE,
  /** The check-in has neither a note nor a progress. */
  NOTHING_NOTED,
  /** The progress is not between 0 and 100. */
  PROGRESS_OUT_OF_RANGE
}
