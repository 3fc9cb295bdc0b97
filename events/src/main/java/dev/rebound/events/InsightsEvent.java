package dev.rebound.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What candidates decide on what they are shown; published on {@code rebound.insights}. */
public sealed interface InsightsEvent extends ReboundEvent {

  /**
   * The candidate corrected how a sentence was read. Each component that is null stays as read.
   *
   * @param dismissed true takes the evidence out of every figure, false puts it back
   * @param reading what was corrected, as it was shown
   */
  record CauseReclassified(
      UUID candidateId,
      UUID evidenceId,
      @Nullable Theme theme,
      @Nullable Control control,
      @Nullable Boolean dismissed,
      @Nullable CorrectedReading reading)
      implements InsightsEvent {}

  /** A proposed goal was taken on, or one of the candidate's own was set. */
  record GoalAdopted(
      UUID candidateId,
      UUID goalId,
      Theme theme,
      @Personal @Nullable String statement,
      @Personal @Nullable List<String> focalPoints,
      List<GoalAction> actions,
      @Nullable LocalDate dueOn,
      LocalDate adoptedOn)
      implements InsightsEvent {

    public GoalAdopted {
      focalPoints = focalPoints == null ? List.of() : List.copyOf(focalPoints);
      actions = actions == null ? List.of() : List.copyOf(actions);
    }
  }

  /** An adopted goal was edited; carried as it is now. */
  record GoalChanged(
      UUID candidateId,
      UUID goalId,
      @Personal @Nullable String statement,
      @Personal @Nullable List<String> focalPoints,
      List<GoalAction> actions,
      @Nullable LocalDate dueOn)
      implements InsightsEvent {

    public GoalChanged {
      focalPoints = focalPoints == null ? List.of() : List.copyOf(focalPoints);
      actions = actions == null ? List.of() : List.copyOf(actions);
    }
  }

  /**
   * The candidate looked at how a goal is going.
   *
   * @param progress 0 to 100, in per cent of the way by the candidate's own feeling
   */
  record GoalCheckedIn(
      UUID candidateId,
      UUID goalId,
      LocalDate on,
      @Personal @Nullable String note,
      @Nullable Integer progress)
      implements InsightsEvent {}

  /** The candidate closed a goal as reached. */
  record GoalAchieved(UUID candidateId, UUID goalId, LocalDate on, @Personal @Nullable String note)
      implements InsightsEvent {}

  /** The candidate let a goal go. */
  record GoalAbandoned(
      UUID candidateId, UUID goalId, LocalDate on, @Personal @Nullable String reason)
      implements InsightsEvent {}

  /** A suggested change of the search was accepted; a SearchProfileChanged goes with it. */
  record RefinementAccepted(
      UUID candidateId, UUID refinementId, RefinementKind kind, @Personal @Nullable String value)
      implements InsightsEvent {}

  /** A suggested change of the search was turned down and is not suggested again. */
  record RefinementDismissed(
      UUID candidateId,
      UUID refinementId,
      RefinementKind kind,
      @Personal @Nullable String value,
      @Personal @Nullable String reason)
      implements InsightsEvent {}

  /** The search profile as it is now. */
  record SearchProfileChanged(UUID candidateId, SearchProfile profile) implements InsightsEvent {}
}
