package dev.rebound.insights.growthplan;

import dev.rebound.events.GoalAction;
import dev.rebound.insights.growthplan.GrowthPlanCommand.ChangeGoal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a goal wants, in the candidate's words: the part of it that can be edited.
 *
 * @param statement what shall be different, 1 to 500 characters
 * @param focalPoints what to look at on the way, at most 20
 * @param actions what to do, at most 30
 * @param dueOn null for no date
 */
public record Intent(
    String statement,
    List<String> focalPoints,
    List<GoalAction> actions,
    @Nullable LocalDate dueOn) {

  public Intent {
    focalPoints = List.copyOf(focalPoints);
    actions = List.copyOf(actions);
  }

  /** The same with what the command names. */
  Intent changedBy(ChangeGoal change) {
    return new Intent(
        Objects.requireNonNullElse(change.statement(), statement),
        Objects.requireNonNullElse(change.focalPoints(), focalPoints),
        Objects.requireNonNullElse(change.actions(), actions),
        change.due() == null ? dueOn : change.due().on());
  }
}
