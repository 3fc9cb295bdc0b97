package dev.rebound.insights.growthplan.goals;

import dev.rebound.events.GoalAction;
import dev.rebound.events.Theme;
import dev.rebound.insights.contexts.Evidence;
import dev.rebound.insights.growthplan.PlannedGoal;
import dev.rebound.insights.growthplan.PlannedGoal.Abandoned;
import dev.rebound.insights.growthplan.PlannedGoal.Achieved;
import dev.rebound.insights.growthplan.PlannedGoal.Adopted;
import dev.rebound.insights.growthplan.PlannedGoal.CheckIn;
import dev.rebound.insights.growthplan.PlannedGoal.Course;
import dev.rebound.insights.threads.CommonThreads;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A goal as it is shown.
 *
 * @param horizonWeeks in how many weeks a goal of this theme can be looked at again
 * @param closing the day and the words with which it was closed
 * @param contexts in how many contexts its theme was criticised
 * @param evidence that critique
 * @param effect before and since; null for a proposal
 */
public record Goal(
    UUID id,
    Theme theme,
    Status status,
    String statement,
    List<String> focalPoints,
    List<GoalAction> actions,
    int horizonWeeks,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate adoptedOn,
    List<CheckIn> checkIns,
    @Nullable Closing closing,
    int contexts,
    List<Evidence> evidence,
    @Nullable Effect effect) {

  /** The states of a goal, as the API names them. */
  public enum Status {
    PROPOSED,
    ADOPTED,
    ACHIEVED,
    ABANDONED
  }

  /** How a goal was closed. */
  public record Closing(LocalDate on, @Nullable String words) {}

  static Goal of(Proposal proposal) {
    return new Goal(
        proposal.id(),
        proposal.thread().theme(),
        Status.PROPOSED,
        proposal.intent().statement(),
        proposal.intent().focalPoints(),
        proposal.intent().actions(),
        Horizon.of(proposal.thread().control()).weeks(),
        null,
        null,
        List.of(),
        null,
        proposal.thread().contexts(),
        proposal.thread().evidence(),
        null);
  }

  /**
   * A goal that was taken on.
   *
   * @param critique the candidate's evidence that criticises the goal's theme
   */
  static Goal of(PlannedGoal goal, List<Evidence> critique, Effect effect) {
    Course course = goal.course();
    return new Goal(
        course.id(),
        course.theme(),
        status(goal),
        course.intent().statement(),
        course.intent().focalPoints(),
        course.intent().actions(),
        Horizon.of(CommonThreads.control(course.theme(), critique)).weeks(),
        course.intent().dueOn(),
        course.adoptedOn(),
        course.checkIns(),
        closing(goal),
        (int) critique.stream().map(Evidence::contextId).distinct().count(),
        critique,
        effect);
  }

  private static Status status(PlannedGoal goal) {
    return switch (goal) {
      case Adopted _ -> Status.ADOPTED;
      case Achieved _ -> Status.ACHIEVED;
      case Abandoned _ -> Status.ABANDONED;
    };
  }

  private static @Nullable Closing closing(PlannedGoal goal) {
    return switch (goal) {
      case Adopted _ -> null;
      case Achieved achieved -> new Closing(achieved.on(), achieved.note());
      case Abandoned abandoned -> new Closing(abandoned.on(), abandoned.reason());
    };
  }
}
