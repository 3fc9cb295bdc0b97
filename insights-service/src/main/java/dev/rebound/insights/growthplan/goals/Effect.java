package dev.rebound.insights.growthplan.goals;

import dev.rebound.events.Theme;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.contexts.Evidence;
import dev.rebound.insights.figures.Basis;
import dev.rebound.insights.growthplan.PlannedGoal.Course;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * How often a theme was criticised before a goal was taken on, and since. A count, not a cause.
 *
 * <p>What counts is the day of the context and not the day it was said: what a recruiter writes in
 * October of an interview in August tells nothing of what was practised in September.
 *
 * @param status whether enough was said since to compare at all
 * @param before contexts up to the day it was taken on
 * @param after contexts from the day after
 */
public record Effect(Basis status, Said before, Said after) {

  /**
   * What was said in a stretch of time.
   *
   * @param contexts in how many contexts the theme was criticised
   * @param occurrences how many pieces of evidence that is
   * @param tellingContexts in how many contexts anything at all was said: the n of it
   */
  public record Said(int contexts, int occurrences, int tellingContexts) {}

  /**
   * The effect of one goal.
   *
   * @param contexts all of the candidate's contexts
   * @param evidence all of their evidence, as the candidate wants it read
   * @param critique the part of it that criticises the goal's theme
   */
  static Effect of(
      Course goal, CandidateContexts contexts, List<Evidence> evidence, List<Evidence> critique) {
    Map<UUID, LocalDate> days = contexts.days();
    Predicate<Evidence> since =
        said -> days.getOrDefault(said.contextId(), said.at()).isAfter(goal.adoptedOn());
    Said after = said(evidence, critique, since);
    return new Effect(
        Basis.of(after.tellingContexts()), said(evidence, critique, since.negate()), after);
  }

  private static Said said(
      List<Evidence> evidence, List<Evidence> critique, Predicate<Evidence> when) {
    List<Evidence> then = critique.stream().filter(when).toList();
    List<Evidence> telling =
        evidence.stream().filter(when).filter(e -> e.theme() != Theme.UNSPECIFIED).toList();
    return new Said(contexts(then), then.size(), contexts(telling));
  }

  private static int contexts(List<Evidence> evidence) {
    return (int) evidence.stream().map(Evidence::contextId).distinct().count();
  }
}
