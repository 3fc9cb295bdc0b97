package dev.rebound.insights.growthplan;

import static dev.rebound.eventstore.Decider.Decision.accept;
import static dev.rebound.eventstore.Decider.Decision.refuse;

import dev.rebound.events.InsightsEvent;
import dev.rebound.events.InsightsEvent.CauseReclassified;
import dev.rebound.events.InsightsEvent.GoalAbandoned;
import dev.rebound.events.InsightsEvent.GoalAchieved;
import dev.rebound.events.InsightsEvent.GoalAdopted;
import dev.rebound.events.InsightsEvent.GoalChanged;
import dev.rebound.events.InsightsEvent.GoalCheckedIn;
import dev.rebound.events.InsightsEvent.RefinementAccepted;
import dev.rebound.events.InsightsEvent.RefinementDismissed;
import dev.rebound.events.InsightsEvent.SearchProfileChanged;
import dev.rebound.eventstore.Decider;
import dev.rebound.eventstore.Decider.Decision;
import dev.rebound.insights.growthplan.GrowthPlanCommand.Abandon;
import dev.rebound.insights.growthplan.GrowthPlanCommand.Achieve;
import dev.rebound.insights.growthplan.GrowthPlanCommand.AdoptGoal;
import dev.rebound.insights.growthplan.GrowthPlanCommand.ChangeGoal;
import dev.rebound.insights.growthplan.GrowthPlanCommand.CheckIn;
import dev.rebound.insights.growthplan.PlannedGoal.Abandoned;
import dev.rebound.insights.growthplan.PlannedGoal.Achieved;
import dev.rebound.insights.growthplan.PlannedGoal.Adopted;
import dev.rebound.insights.growthplan.PlannedGoal.Course;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decides about goals. */
public final class GrowthPlanDecider
    implements Decider<GrowthPlanCommand, GrowthPlan, InsightsEvent, GrowthPlanRefusal> {

  /** More goals at once than this, and none of them is one. */
  static final int MOST_OPEN = 10;

  /** Keeps a plan small enough to fold at once. */
  static final int MOST_GOALS = 200;

  /** One a day for a year. */
  static final int MOST_CHECK_INS = 366;

  /** Whoever plans further ahead has mistyped the year. */
  static final int MOST_YEARS = 10;

  private static final int WHOLE = 100;

  @Override
  public GrowthPlan initial() {
    return GrowthPlan.EMPTY;
  }

  @Override
  public Decision<InsightsEvent, GrowthPlanRefusal> decide(
      GrowthPlanCommand command, GrowthPlan plan) {
    return switch (command) {
      case AdoptGoal adopt -> adopt(adopt, plan);
      case ChangeGoal change -> open(change, plan, goal -> change(change, goal));
      case CheckIn checkIn -> open(checkIn, plan, goal -> checkIn(checkIn, goal));
      case Achieve achieve ->
          open(
              achieve,
              plan,
              _ ->
                  accept(
                      new GoalAchieved(
                          achieve.candidateId(),
                          achieve.goalId(),
                          achieve.today(),
                          achieve.note())));
      case Abandon abandon ->
          open(
              abandon,
              plan,
              _ ->
                  accept(
                      new GoalAbandoned(
                          abandon.candidateId(),
                          abandon.goalId(),
                          abandon.today(),
                          abandon.reason())));
    };
  }

  @Override
  public GrowthPlan evolve(GrowthPlan plan, InsightsEvent event) {
    return switch (event) {
      case GoalAdopted e ->
          plan.with(
              new Adopted(
                  new Course(
                      e.goalId(),
                      e.theme(),
                      intent(e.statement(), e.focalPoints(), e.actions(), e.dueOn()),
                      e.adoptedOn(),
                      List.of())));
      case GoalChanged e ->
          plan.turning(
              e.goalId(),
              goal ->
                  goal.changedTo(intent(e.statement(), e.focalPoints(), e.actions(), e.dueOn())));
      case GoalCheckedIn e ->
          plan.turning(
              e.goalId(),
              goal -> goal.with(new PlannedGoal.CheckIn(e.on(), e.note(), e.progress())));
      case GoalAchieved e -> plan.turning(e.goalId(), goal -> goal.achieved(e.on(), e.note()));
      case GoalAbandoned e -> plan.turning(e.goalId(), goal -> goal.abandoned(e.on(), e.reason()));
      case CauseReclassified _,
          RefinementAccepted _,
          RefinementDismissed _,
          SearchProfileChanged _ ->
          plan;
    };
  }

  private static Decision<InsightsEvent, GrowthPlanRefusal> adopt(
      AdoptGoal command, GrowthPlan plan) {
    @Nullable PlannedGoal former = plan.goal(command.goalId()).orElse(null);
    return switch (former) {
      case Adopted _ -> refuse(GrowthPlanRefusal.ALREADY_ADOPTED);
      case Achieved _ -> refuse(GrowthPlanRefusal.ALREADY_ACHIEVED);
      case Abandoned _ -> refuse(GrowthPlanRefusal.ALREADY_ABANDONED);
      case null -> takeOn(command, plan);
    };
  }

  private static Decision<InsightsEvent, GrowthPlanRefusal> takeOn(
      AdoptGoal command, GrowthPlan plan) {
    if (plan.open().size() >= MOST_OPEN) {
      return refuse(GrowthPlanRefusal.TOO_MANY_OPEN_GOALS);
    }
    if (plan.goals().size() >= MOST_GOALS) {
      return refuse(GrowthPlanRefusal.TOO_MANY_GOALS);
    }
    Intent intent = command.intent();
    Optional<GrowthPlanRefusal> date = wrong(intent.dueOn(), command.today());
    if (date.isPresent()) {
      return refuse(date.get());
    }
    return accept(
        new GoalAdopted(
            command.candidateId(),
            command.goalId(),
            command.theme(),
            intent.statement(),
            intent.focalPoints(),
            intent.actions(),
            intent.dueOn(),
            command.today()));
  }

  private static Decision<InsightsEvent, GrowthPlanRefusal> change(
      ChangeGoal command, Adopted goal) {
    Intent former = goal.course().intent();
    Intent intent = former.changedBy(command);
    if (intent.equals(former)) {
      return accept();
    }
    // A date that has passed meanwhile does not keep the rest from being edited.
    Optional<GrowthPlanRefusal> date =
        Objects.equals(intent.dueOn(), former.dueOn())
            ? Optional.empty()
            : wrong(intent.dueOn(), command.today());
    if (date.isPresent()) {
      return refuse(date.get());
    }
    return accept(
        new GoalChanged(
            command.candidateId(),
            command.goalId(),
            intent.statement(),
            intent.focalPoints(),
            intent.actions(),
            intent.dueOn()));
  }

  private static Decision<InsightsEvent, GrowthPlanRefusal> checkIn(CheckIn command, Adopted goal) {
    Integer progress = command.progress();
    if (command.note() == null && progress == null) {
      return refuse(GrowthPlanRefusal.NOTHING_NOTED);
    }
    if (progress != null && (progress < 0 || progress > WHOLE)) {
      return refuse(GrowthPlanRefusal.PROGRESS_OUT_OF_RANGE);
    }
    if (goal.course().checkIns().size() >= MOST_CHECK_INS) {
      return refuse(GrowthPlanRefusal.TOO_MANY_CHECK_INS);
    }
    return accept(
        new GoalCheckedIn(
            command.candidateId(), command.goalId(), command.today(), command.note(), progress));
  }

  private static Decision<InsightsEvent, GrowthPlanRefusal> open(
      GrowthPlanCommand command,
      GrowthPlan plan,
      Function<Adopted, Decision<InsightsEvent, GrowthPlanRefusal>> decide) {
    @Nullable PlannedGoal goal = plan.goal(command.goalId()).orElse(null);
    return switch (goal) {
      case Adopted adopted -> decide.apply(adopted);
      case Achieved _ -> refuse(GrowthPlanRefusal.ALREADY_ACHIEVED);
      case Abandoned _ -> refuse(GrowthPlanRefusal.ALREADY_ABANDONED);
      case null -> refuse(GrowthPlanRefusal.NOT_ADOPTED);
    };
  }

  /** Today may be the day in UTC, and west of there it may still be yesterday. */
  private static Optional<GrowthPlanRefusal> wrong(@Nullable LocalDate dueOn, LocalDate today) {
    if (dueOn == null) {
      return Optional.empty();
    }
    if (dueOn.isBefore(today.minusDays(1))) {
      return Optional.of(GrowthPlanRefusal.DUE_IN_THE_PAST);
    }
    return dueOn.isAfter(today.plusYears(MOST_YEARS))
        ? Optional.of(GrowthPlanRefusal.DUE_TOO_LATE)
        : Optional.empty();
  }

  /** Words are gone from events whose candidate was erased. */
  private static Intent intent(
      @Nullable String statement,
      @Nullable List<String> focalPoints,
      List<dev.rebound.events.GoalAction> actions,
      @Nullable LocalDate dueOn) {
    return new Intent(
        Objects.requireNonNullElse(statement, ""),
        Objects.requireNonNullElse(focalPoints, List.of()),
        actions,
        dueOn);
  }
}
