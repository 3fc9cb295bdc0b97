package dev.rebound.feedback.inviting;

/** Why a letter is written. */
enum Occasion {
  INVITATION,
  DEPTH,
  REMINDER
}
