package dev.rebound.insights.growthplan.goals;

import dev.rebound.events.Theme;
import dev.rebound.insights.contexts.ApplicationFacts;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.contexts.Evidence;
import dev.rebound.insights.contexts.Stages;
import dev.rebound.insights.figures.Basis;
import dev.rebound.insights.growthplan.PlannedGoal.Course;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How often a theme was criticised before a goal was taken on, and since. A count, not a cause.
 *
 * <p>What counts is the day of the stage that it is about, else of the last one, and not the day it
 * was said: what a recruiter writes in October of an interview in August, or what an application is
 * rejected for in October, tells nothing of what was practised in September.
 *
 * @param status whether enough was said since to compare at all
 * @param before what took place up to the day it was taken on
 * @param after what took place from the day after
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
    Map<UUID, ApplicationFacts> applications =
        contexts.applications().stream()
            .collect(Collectors.toMap(ApplicationFacts::id, Function.identity()));
    Predicate<Evidence> since =
        said ->
            Optional.ofNullable(applications.get(said.contextId()))
                .flatMap(application -> heldOn(application, said))
                .orElseGet(() -> days.getOrDefault(said.contextId(), said.at()))
                .isAfter(goal.adoptedOn());
    Said after = said(evidence, critique, since);
    return new Effect(
        Basis.of(after.tellingContexts()), said(evidence, critique, since.negate()), after);
  }

  /** The day of the stage that something is about; empty where no stage of it is known. */
  private static Optional<LocalDate> heldOn(ApplicationFacts application, Evidence said) {
    Stages stages = Stages.of(application);
    return Optional.ofNullable(said.stage())
        .flatMap(stages::dayOf)
        .or(() -> stages.last().flatMap(stages::dayOf));
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
