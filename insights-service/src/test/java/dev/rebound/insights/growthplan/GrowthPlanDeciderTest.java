package dev.rebound.insights.growthplan;

import static dev.rebound.insights.contexts.History.CANDIDATE;
import static dev.rebound.insights.contexts.History.id;
import static dev.rebound.testkit.DeciderSpecification.specification;

import dev.rebound.events.GoalAction;
import dev.rebound.events.InsightsEvent.GoalAbandoned;
import dev.rebound.events.InsightsEvent.GoalAchieved;
import dev.rebound.events.InsightsEvent.GoalAdopted;
import dev.rebound.events.InsightsEvent.GoalChanged;
import dev.rebound.events.InsightsEvent.GoalCheckedIn;
import dev.rebound.events.Theme;
import dev.rebound.insights.growthplan.GrowthPlanCommand.Abandon;
import dev.rebound.insights.growthplan.GrowthPlanCommand.Achieve;
import dev.rebound.insights.growthplan.GrowthPlanCommand.AdoptGoal;
import dev.rebound.insights.growthplan.GrowthPlanCommand.ChangeGoal;
import dev.rebound.insights.growthplan.GrowthPlanCommand.CheckIn;
import dev.rebound.insights.growthplan.GrowthPlanCommand.NewDate;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowthPlanDeciderTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
  private static final UUID GOAL = id("goal");
  private static final GoalAction TELL = new GoalAction("Tell it", false);
  private static final GoalAdopted ADOPTED = adopted("goal");
  private static final GoalAchieved ACHIEVED = new GoalAchieved(CANDIDATE, GOAL, TODAY, null);
  private static final GoalAbandoned ABANDONED = new GoalAbandoned(CANDIDATE, GOAL, TODAY, null);

  @Test
  void a_goal_is_taken_on() {
    specification(new GrowthPlanDecider()).when(adopt(TODAY.plusWeeks(8))).then(ADOPTED);
  }

  @Test
  void a_goal_is_taken_on_once() {
    specification(new GrowthPlanDecider())
        .given(ADOPTED)
        .when(adopt(null))
        .thenRefused(GrowthPlanRefusal.ALREADY_ADOPTED);
  }

  @Test
  void a_closed_goal_is_not_taken_on_again() {
    specification(new GrowthPlanDecider())
        .given(ADOPTED, ACHIEVED)
        .when(adopt(null))
        .thenRefused(GrowthPlanRefusal.ALREADY_ACHIEVED);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-08-30, DUE_IN_THE_PAST",
    "2025-09-01, DUE_IN_THE_PAST",
    "2036-09-02, DUE_TOO_LATE",
  })
  void a_date_is_within_reach(LocalDate due, GrowthPlanRefusal refusal) {
    specification(new GrowthPlanDecider()).when(adopt(due)).thenRefused(refusal);
  }

  @Test
  void a_date_may_be_yesterday_in_utc_since_it_is_today_further_west() {
    specification(new GrowthPlanDecider())
        .when(adopt(TODAY.minusDays(1)))
        .then(
            new GoalAdopted(
                CANDIDATE,
                GOAL,
                Theme.ANSWER_STRUCTURE,
                "Answer in stories",
                List.of("The point first"),
                List.of(TELL),
                TODAY.minusDays(1),
                TODAY));
  }

  @Test
  void there_are_never_more_open_goals_than_one_can_keep_in_mind() {
    specification(new GrowthPlanDecider())
        .given(
            IntStream.range(0, GrowthPlanDecider.MOST_OPEN)
                .mapToObj(n -> adopted("goal " + n))
                .toArray(GoalAdopted[]::new))
        .when(adopt(null))
        .thenRefused(GrowthPlanRefusal.TOO_MANY_OPEN_GOALS);
  }

  @Test
  void a_change_carries_the_goal_as_it_then_is() {
    specification(new GrowthPlanDecider())
        .given(ADOPTED)
        .when(change("Answer in short stories", null))
        .then(
            new GoalChanged(
                CANDIDATE,
                GOAL,
                "Answer in short stories",
                List.of("The point first"),
                List.of(TELL),
                TODAY.plusWeeks(8)));
  }

  @Test
  void a_date_is_taken_away() {
    specification(new GrowthPlanDecider())
        .given(ADOPTED)
        .when(change(null, new NewDate(null)))
        .then(
            new GoalChanged(
                CANDIDATE,
                GOAL,
                "Answer in stories",
                List.of("The point first"),
                List.of(TELL),
                null));
  }

  @Test
  void a_change_to_what_is_there_already_is_none() {
    specification(new GrowthPlanDecider())
        .given(ADOPTED)
        .when(change("Answer in stories", new NewDate(TODAY.plusWeeks(8))))
        .thenNothing();
  }

  @Test
  void a_date_that_has_passed_keeps_nobody_from_editing_the_rest() {
    specification(new GrowthPlanDecider())
        .given(ADOPTED)
        .when(new ChangeGoal(CANDIDATE, GOAL, "Later", null, null, null, TODAY.plusYears(1)))
        .then(
            new GoalChanged(
                CANDIDATE,
                GOAL,
                "Later",
                List.of("The point first"),
                List.of(TELL),
                TODAY.plusWeeks(8)));
  }

  @Test
  void a_check_in_is_noted() {
    specification(new GrowthPlanDecider())
        .given(ADOPTED)
        .when(new CheckIn(CANDIDATE, GOAL, "two stories", 40, TODAY))
        .then(new GoalCheckedIn(CANDIDATE, GOAL, TODAY, "two stories", 40));
  }

  @Test
  void a_check_in_says_something() {
    specification(new GrowthPlanDecider())
        .given(ADOPTED)
        .when(new CheckIn(CANDIDATE, GOAL, null, null, TODAY))
        .thenRefused(GrowthPlanRefusal.NOTHING_NOTED);
  }

  @ParameterizedTest
  @CsvSource({"-1", "101"})
  void progress_is_a_percentage(int progress) {
    specification(new GrowthPlanDecider())
        .given(ADOPTED)
        .when(new CheckIn(CANDIDATE, GOAL, null, progress, TODAY))
        .thenRefused(GrowthPlanRefusal.PROGRESS_OUT_OF_RANGE);
  }

  @Test
  void a_goal_is_achieved() {
    specification(new GrowthPlanDecider())
        .given(ADOPTED)
        .when(new Achieve(CANDIDATE, GOAL, null, TODAY))
        .then(ACHIEVED);
  }

  @Test
  void a_goal_is_let_go() {
    specification(new GrowthPlanDecider())
        .given(ADOPTED)
        .when(new Abandon(CANDIDATE, GOAL, null, TODAY))
        .then(ABANDONED);
  }

  @Test
  void a_goal_is_closed_once() {
    specification(new GrowthPlanDecider())
        .given(ADOPTED, ABANDONED)
        .when(new Achieve(CANDIDATE, GOAL, null, TODAY))
        .thenRefused(GrowthPlanRefusal.ALREADY_ABANDONED);
  }

  @Test
  void what_nobody_took_on_is_not_followed() {
    specification(new GrowthPlanDecider())
        .when(new CheckIn(CANDIDATE, GOAL, "hello", null, TODAY))
        .thenRefused(GrowthPlanRefusal.NOT_ADOPTED);
  }

  private static GoalAdopted adopted(String goal) {
    return new GoalAdopted(
        CANDIDATE,
        id(goal),
        Theme.ANSWER_STRUCTURE,
        "Answer in stories",
        List.of("The point first"),
        List.of(TELL),
        TODAY.plusWeeks(8),
        TODAY);
  }

  private static GrowthPlanCommand adopt(@Nullable LocalDate due) {
    return new AdoptGoal(
        CANDIDATE,
        GOAL,
        Theme.ANSWER_STRUCTURE,
        new Intent("Answer in stories", List.of("The point first"), List.of(TELL), due),
        TODAY);
  }

  private static GrowthPlanCommand change(@Nullable String statement, @Nullable NewDate due) {
    return new ChangeGoal(CANDIDATE, GOAL, statement, null, null, due, TODAY);
  }
}
