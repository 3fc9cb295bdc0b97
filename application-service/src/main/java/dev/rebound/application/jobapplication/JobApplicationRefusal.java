package dev.rebound.application.jobapplication;

/** Why a command on an application does not hold. */
public enum JobApplicationRefusal {
  /** There is none under this id that is the caller's. */
  UNKNOWN_APPLICATION,
  /** The id is taken. */
  ALREADY_SUBMITTED,
  /** It was rejected; reopening comes first. */
  ALREADY_REJECTED,
  /** The candidate stepped back from it. */
  ALREADY_WITHDRAWN,
  /** There is an offer already. */
  ALREADY_OFFERED,
  /** There is no rejection to take back. */
  NOT_REJECTED,
  /** The same stage was recorded for the same day. */
  STAGE_ALREADY_RECORDED,
  /** A board tells of a stage that lies after the rejection. */
  STAGE_AFTER_REJECTION,
  /** It has as many stages as an application may have. */
  TOO_MANY_STAGES,
  /** The day lies before that of the application, or would after a correction. */
  BEFORE_APPLICATION,
  /** It was corrected by somebody else in the meantime. */
  CHANGED_MEANWHILE
}
