package dev.rebound.analysis.jobs;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a job description says outright: each fact once, with the words that say it first, in the
 * order of the text. A list is empty where nothing is said.
 */
public record JobFacts(
    List<Seniority> seniority,
    List<Experience> experience,
    List<Workplace> workplace,
    List<SpokenLanguage> languages,
    List<Salary> salary,
    List<Location> location) {

  /** The facts of a description. Any text is accepted; a blank one says nothing. */
  public static JobFacts of(String text) {
    Posting posting = Posting.of(text);
    return new JobFacts(
        Levels.in(posting),
        Years.in(posting),
        Workplaces.in(posting),
        Languages.in(posting),
        Salaries.in(posting),
        Locations.in(posting));
  }

  /** All facts, kind by kind. */
  public Stream<Fact> all() {
    return Stream.<List<? extends Fact>>of(
            seniority, experience, workplace, languages, salary, location)
        .flatMap(List::stream);
  }
}
