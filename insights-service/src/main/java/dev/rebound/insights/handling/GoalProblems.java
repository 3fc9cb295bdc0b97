package dev.rebound.insights.handling;

import dev.rebound.chassis.http.Problems;
import dev.rebound.insights.growthplan.GrowthPlanRefusal;
import io.quarkiverse.resteasy.problem.HttpProblem;

/**
 * Says refusals of a growth plan as problems: 409 where another state would have allowed it, 400
 * with the field where another request would have.
 */
final class GoalProblems {

  private GoalProblems() {}

  static HttpProblem of(GrowthPlanRefusal refusal) {
    return switch (refusal) {
      case ALREADY_ADOPTED ->
          Problems.conflict("already-adopted", "You are working on this goal already.");
      case NOT_ADOPTED -> notAdopted();
      case ALREADY_ACHIEVED ->
          Problems.conflict("already-achieved", "You have closed this goal as achieved.");
      case ALREADY_ABANDONED ->
          Problems.conflict("already-abandoned", "You have let this goal go.");
      case TOO_MANY_OPEN_GOALS ->
          Problems.conflict(
              "too-many-open-goals", "Close one of your open goals before you take on another.");
      case TOO_MANY_GOALS ->
          Problems.conflict("too-many-goals", "Your plan holds as many goals as it can.");
      case TOO_MANY_CHECK_INS ->
          Problems.conflict("too-many-check-ins", "This goal has as many check-ins as it can.");
      case DUE_IN_THE_PAST -> Problems.invalid("dueOn", "must not be in the past");
      case DUE_TOO_LATE -> Problems.invalid("dueOn", "must be within ten years");
      case NOTHING_NOTED -> Problems.invalid("note", "must not be empty without a progress");
      case PROGRESS_OUT_OF_RANGE -> Problems.invalid("progress", "must be between 0 and 100");
    };
  }

  /** For what is proposed, but was not taken on. */
  static HttpProblem notAdopted() {
    return Problems.conflict("not-adopted", "Adopt this goal first.");
  }
}
