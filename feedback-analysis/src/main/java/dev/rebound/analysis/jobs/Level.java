package dev.rebound.analysis.jobs;

/** How far up a job is, from the one for learners to the one for whoever leads it all. */
public enum Level {
  /** An internship, a placement, a job for students. */
  INTERN,
  /** A first job: trainees, apprentices, graduates, people without experience. */
  ENTRY,
  /** One who still learns from others. */
  JUNIOR,
  /** One who works on the own account. */
  MID,
  /** One whom others learn from. */
  SENIOR,
  /** The first of a trade or a team: lead, principal, charge nurse, head chef. */
  LEAD,
  /** One who answers for people or a place: manager, supervisor. */
  MANAGER,
  /** One who answers for a department: director, head of, head teacher. */
  DIRECTOR,
  /** One who answers for the whole: chief officers. */
  EXECUTIVE
}
