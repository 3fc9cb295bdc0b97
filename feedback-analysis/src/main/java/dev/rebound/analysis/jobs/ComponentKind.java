package dev.rebound.analysis.jobs;

/** What a component is about. */
public enum ComponentKind {
  /** What one does in the job. */
  RESPONSIBILITY,
  /** What one has to bring. */
  REQUIREMENT,
  /** What one gets. */
  BENEFIT,
  /** Anything else: the company, the process, how to apply. */
  OTHER
}
