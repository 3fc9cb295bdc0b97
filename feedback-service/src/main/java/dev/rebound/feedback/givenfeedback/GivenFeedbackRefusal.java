package dev.rebound.feedback.givenfeedback;

/** Why a piece of feedback is not recorded. */
public enum GivenFeedbackRefusal {
  /** It is recorded already. */
  ALREADY_RECORDED,
  /** Its day has not come yet, anywhere on earth. */
  NOT_YET_GIVEN
}
