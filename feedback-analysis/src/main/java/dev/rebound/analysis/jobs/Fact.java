package dev.rebound.analysis.jobs;

/** Something that a job description states. */
public sealed interface Fact
    permits Seniority, Experience, Workplace, SpokenLanguage, Salary, Location {

  /** The words that state it. */
  Words words();

  /** The fact in one line for people, without its words. */
  String told();
}
