package dev.rebound.insights.growthplan.goals;

import static dev.rebound.insights.contexts.History.CANDIDATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.FeedbackSource;
import dev.rebound.events.InsightsEvent;
import dev.rebound.events.InsightsEvent.CauseReclassified;
import dev.rebound.events.InsightsEvent.GoalAchieved;
import dev.rebound.events.InsightsEvent.GoalAdopted;
import dev.rebound.events.StageKind;
import dev.rebound.events.StageRating;
import dev.rebound.events.Theme;
import dev.rebound.insights.contexts.Evidence;
import dev.rebound.insights.contexts.History;
import dev.rebound.insights.contexts.ScriptedReader;
import dev.rebound.insights.figures.Basis;
import dev.rebound.insights.growthplan.GrowthPlan;
import dev.rebound.insights.growthplan.GrowthPlanDecider;
import dev.rebound.insights.growthplan.goals.Effect.Said;
import dev.rebound.insights.growthplan.goals.Goal.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GoalsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final String RAMBLED = "went round in circles";

  private final ScriptedReader reader =
      new ScriptedReader()
          .critique(RAMBLED, Theme.ANSWER_STRUCTURE)
          .critique("shaky on indexes", Theme.TECHNICAL_DEPTH)
          .critique("no Finnish", Theme.LOCAL_LANGUAGE)
          .critique("no degree", Theme.CREDENTIALS)
          .critique("budget was cut", Theme.POSITION_CLOSED)
          .critique("no permit", Theme.LOCATION_ELIGIBILITY)
          .mention("try three parts", Theme.ANSWER_STRUCTURE);

  @Test
  void proposes_what_recurs_with_its_evidence_and_what_was_advised() {
    History history =
        new History()
            .rejection("A", DAY, null)
            .answered("A", DAY, "You " + RAMBLED + ", try three parts")
            .told(FeedbackSource.MENTOR, DAY.plusDays(9), RAMBLED);

    Goals goals = Goals.of(history.contexts(reader), GrowthPlan.EMPTY);

    assertThat(goals.status()).isEqualTo(Basis.ENOUGH);
    assertThat(goals.goals())
        .singleElement()
        .returns(Theme.ANSWER_STRUCTURE, Goal::theme)
        .returns(Status.PROPOSED, Goal::status)
        .returns(2, Goal::contexts)
        .returns(null, Goal::effect)
        .satisfies(
            goal -> assertThat(goal.evidence()).extracting(Evidence::quote).containsOnly(RAMBLED))
        .satisfies(
            goal -> assertThat(goal.actions().getFirst().text()).contains("“try three parts”"));
  }

  @Test
  void proposes_nothing_out_of_one_context() {
    History history = new History().rejection("A", DAY, null).answered("A", DAY, RAMBLED);

    Goals goals = Goals.of(history.contexts(reader), GrowthPlan.EMPTY);

    assertThat(goals.status()).isEqualTo(Basis.NOT_ENOUGH_YET);
    assertThat(goals.goals()).isEmpty();
  }

  @Test
  void proposes_nothing_about_what_was_out_of_control() {
    History history =
        new History()
            .rejection("A", DAY, "the budget was cut")
            .rejection("B", DAY.plusDays(9), "the budget was cut");

    assertThat(Goals.of(history.contexts(reader), GrowthPlan.EMPTY).goals()).isEmpty();
  }

  @Test
  void proposes_one_thing_that_takes_long_at_most() {
    History history =
        new History()
            .rejection("A", DAY, "no Finnish and no degree")
            .rejection("B", DAY.plusDays(9), "no Finnish and no degree");

    assertThat(Goals.of(history.contexts(reader), GrowthPlan.EMPTY).goals())
        .singleElement()
        .returns(Horizon.LONG.weeks(), Goal::horizonWeeks);
  }

  @Test
  void a_proposal_keeps_its_id_while_more_is_said() {
    History history = recurring();
    UUID before = only(history, GrowthPlan.EMPTY).id();
    history.rejection("C", DAY.plusDays(30), null).answered("C", DAY.plusDays(30), RAMBLED);

    assertThat(only(history, GrowthPlan.EMPTY).id()).isEqualTo(before);
  }

  @Test
  void a_proposal_is_of_one_candidate_alone() {
    UUID another = new History(History.id("another")).own("x");

    assertThat(another).isNotEqualTo(new History().own("x"));
    assertThat(only(recurring(), GrowthPlan.EMPTY).id())
        .isEqualTo(only(recurring(), GrowthPlan.EMPTY).id());
  }

  @Test
  void a_correction_takes_a_proposal_back() {
    History history = recurring();
    Evidence evidence = only(history, GrowthPlan.EMPTY).evidence().getFirst();
    history.decided(
        new CauseReclassified(CANDIDATE, evidence.id(), Theme.POSITION_CLOSED, null, null, null));

    assertThat(Goals.of(history.contexts(reader), GrowthPlan.EMPTY).goals()).isEmpty();
  }

  @Test
  void what_is_worked_on_is_not_proposed() {
    UUID id = only(recurring(), GrowthPlan.EMPTY).id();

    assertThat(Goals.of(recurring().contexts(reader), plan(adopted(id, DAY.plusDays(10)))).goals())
        .singleElement()
        .returns(id, Goal::id)
        .returns(Status.ADOPTED, Goal::status);
  }

  @Test
  void what_was_achieved_is_proposed_again_only_when_it_is_said_again() {
    UUID id = only(recurring(), GrowthPlan.EMPTY).id();
    GrowthPlan plan =
        plan(
            adopted(id, DAY.plusDays(10)), new GoalAchieved(CANDIDATE, id, DAY.plusDays(40), null));
    History again =
        recurring().rejection("C", DAY.plusDays(60), null).answered("C", DAY.plusDays(60), RAMBLED);

    assertThat(Goals.of(recurring().contexts(reader), plan).goals())
        .extracting(Goal::status)
        .containsExactly(Status.ACHIEVED);
    assertThat(Goals.of(again.contexts(reader), plan).goals())
        .extracting(Goal::status)
        .containsExactly(Status.PROPOSED, Status.ACHIEVED);
    assertThat(Goals.of(again.contexts(reader), plan).goals().getFirst().id()).isNotEqualTo(id);
  }

  /**
   * Adopted on day 10. Before: A and B say it (2 of 2 contexts). After: C does not and D does (1 of
   * 2); what is said on day 25 of A, which was on day 0, is of before.
   */
  @Test
  void counts_what_was_said_before_and_since_by_the_day_of_the_context() {
    History history =
        recurring()
            .rejection("C", DAY.plusDays(20), null)
            .answered("C", DAY.plusDays(20), "shaky on indexes")
            .answered("A", DAY.plusDays(25), RAMBLED)
            .rejection("D", DAY.plusDays(30), null)
            .answered("D", DAY.plusDays(30), RAMBLED);
    UUID id = History.id("goal");

    Goal goal =
        Goals.of(history.contexts(reader), plan(adopted(id, DAY.plusDays(10)))).goals().getFirst();

    assertThat(goal.effect())
        .isEqualTo(new Effect(Basis.ENOUGH, new Said(2, 3, 2), new Said(1, 1, 2)));
    assertThat(goal.contexts()).isEqualTo(3);
  }

  /**
   * Adopted on day 10. The rejection came on day 20; the interview that was rambled in was on day
   * 5, and the second one, of which nothing was said, on day 15.
   */
  @Test
  void counts_an_interview_of_before_as_such_though_the_rejection_came_after() {
    History history =
        recurring()
            .applied("C", DAY)
            .reached("C", StageKind.TECHNICAL_INTERVIEW, DAY.plusDays(5))
            .reached("C", StageKind.PANEL_INTERVIEW, DAY.plusDays(15))
            .rejected("C", StageKind.PANEL_INTERVIEW, DAY.plusDays(20), null)
            .answered(
                "C",
                DAY.plusDays(21),
                null,
                List.of(),
                List.of(new StageRating(StageKind.TECHNICAL_INTERVIEW, 2, RAMBLED)),
                List.of());

    assertThat(effect(history))
        .isEqualTo(new Effect(Basis.NOT_ENOUGH_YET, new Said(3, 3, 3), new Said(0, 0, 0)));
  }

  /** As above, and what names no stage is of the last one. */
  @Test
  void counts_what_names_no_stage_by_the_last_one() {
    History history =
        recurring()
            .applied("C", DAY)
            .reached("C", StageKind.PANEL_INTERVIEW, DAY.plusDays(5))
            .rejected("C", StageKind.PANEL_INTERVIEW, DAY.plusDays(20), null)
            .answered("C", DAY.plusDays(21), RAMBLED)
            .applied("D", DAY)
            .reached("D", StageKind.PANEL_INTERVIEW, DAY.plusDays(15))
            .rejected("D", StageKind.PANEL_INTERVIEW, DAY.plusDays(20), null)
            .answered("D", DAY.plusDays(21), RAMBLED);

    assertThat(effect(history))
        .isEqualTo(new Effect(Basis.NOT_ENOUGH_YET, new Said(3, 3, 3), new Said(1, 1, 1)));
  }

  private Effect effect(History history) {
    UUID id = History.id("goal");
    Goal goal =
        Goals.of(history.contexts(reader), plan(adopted(id, DAY.plusDays(10)))).goals().getFirst();
    return Objects.requireNonNull(goal.effect());
  }

  @Test
  void a_goal_on_what_is_not_in_ones_hands_is_held_against_what_was_said_all_the_same() {
    History history =
        new History().rejection("A", DAY, "no permit").rejection("B", DAY.plusDays(9), "no permit");
    UUID id = History.id("goal");
    GoalAdopted permit =
        new GoalAdopted(
            CANDIDATE,
            id,
            Theme.LOCATION_ELIGIBILITY,
            "A permit",
            List.of(),
            List.of(),
            null,
            DAY.plusDays(10));

    assertThat(Goals.of(history.contexts(reader), plan(permit)).goals().getFirst().contexts())
        .isEqualTo(2);
  }

  @Test
  void says_that_there_is_not_enough_to_compare_yet() {
    Goal goal =
        Goals.of(recurring().contexts(reader), plan(adopted(History.id("goal"), DAY.plusDays(10))))
            .goals()
            .getFirst();

    assertThat(goal.effect())
        .isEqualTo(new Effect(Basis.NOT_ENOUGH_YET, new Said(2, 2, 2), new Said(0, 0, 0)));
  }

  /** Said in A on day 0 and in B on day 9. */
  private static History recurring() {
    return new History()
        .rejection("A", DAY, null)
        .answered("A", DAY, RAMBLED)
        .rejection("B", DAY.plusDays(9), null)
        .answered("B", DAY.plusDays(9), RAMBLED);
  }

  private Goal only(History history, GrowthPlan plan) {
    List<Goal> goals = Goals.of(history.contexts(reader), plan).goals();
    assertThat(goals).hasSize(1);
    return goals.getFirst();
  }

  private static GoalAdopted adopted(UUID id, LocalDate on) {
    return new GoalAdopted(
        CANDIDATE, id, Theme.ANSWER_STRUCTURE, "Stories", List.of(), List.of(), null, on);
  }

  private static GrowthPlan plan(InsightsEvent... events) {
    GrowthPlanDecider decider = new GrowthPlanDecider();
    GrowthPlan plan = decider.initial();
    for (InsightsEvent event : events) {
      plan = decider.evolve(plan, event);
    }
    return plan;
  }
}
