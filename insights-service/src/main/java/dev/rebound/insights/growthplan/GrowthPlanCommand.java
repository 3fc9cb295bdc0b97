package dev.rebound.insights.growthplan;

import dev.rebound.events.GoalAction;
import dev.rebound.events.Theme;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a candidate may do with a goal. */
public sealed interface GrowthPlanCommand {

  /** Whose plan it is. */
  UUID candidateId();

  /** The goal it is about. */
  UUID goalId();

  /** The day it is done, where the candidate is: at most one beside the day in UTC. */
  LocalDate today();

  /** Take a proposed goal on, or one's own. */
  record AdoptGoal(UUID candidateId, UUID goalId, Theme theme, Intent intent, LocalDate today)
      implements GrowthPlanCommand {}

  /** Edit an adopted goal; what is null stays as it is. */
  record ChangeGoal(
      UUID candidateId,
      UUID goalId,
      @Nullable String statement,
      @Nullable List<String> focalPoints,
      @Nullable List<GoalAction> actions,
      @Nullable NewDate due,
      LocalDate today)
      implements GrowthPlanCommand {}

  /** A new due date; null takes the date away. */
  record NewDate(@Nullable LocalDate on) {}

  /**
   * Note how it is going.
   *
   * @param progress 0 to 100 per cent, by the candidate's own feeling
   */
  record CheckIn(
      UUID candidateId,
      UUID goalId,
      @Nullable String note,
      @Nullable Integer progress,
      LocalDate today)
      implements GrowthPlanCommand {}

  /** Close the goal as reached. */
  record Achieve(UUID candidateId, UUID goalId, @Nullable String note, LocalDate today)
      implements GrowthPlanCommand {}

  /** Let the goal go. */
  record Abandon(UUID candidateId, UUID goalId, @Nullable String reason, LocalDate today)
      implements GrowthPlanCommand {}
}
