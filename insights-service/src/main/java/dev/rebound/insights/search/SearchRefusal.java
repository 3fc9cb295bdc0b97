package dev.rebound.insights.search;

/** Why a command on a search does not hold. */
public enum SearchRefusal {
  /** The change was accepted before. */
  ALREADY_ACCEPTED,
  /** The change was dismissed before. */
  ALREADY_DISMISSED,
  /** The value says nothing that the profile could be changed by. */
  VALUE_NOT_UNDERSTOOD,
  /** A list of the profile would have more than {@value SearchDecider#LONGEST_LIST} entries. */
  PROFILE_FULL,
  /** The profile looks for what it rules out. */
  PROFILE_CONTRADICTS_ITSELF,
  /** {@value SearchDecider#MOST_DECISIONS} refinements were decided on. */
  TOO_MANY_DECISIONS
}
