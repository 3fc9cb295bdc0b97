package dev.rebound.insights.preparation;

import static dev.rebound.insights.contexts.History.CANDIDATE;
import static dev.rebound.insights.contexts.History.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.ApplicationEvent.OfferReceived;
import dev.rebound.events.FeedbackSource;
import dev.rebound.events.GoalAction;
import dev.rebound.events.InsightsEvent.GoalAdopted;
import dev.rebound.events.SearchProfile;
import dev.rebound.events.StageKind;
import dev.rebound.events.StageReflection;
import dev.rebound.events.Theme;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.contexts.History;
import dev.rebound.insights.contexts.ScriptedReader;
import dev.rebound.insights.figures.Basis;
import dev.rebound.insights.growthplan.GrowthPlan;
import dev.rebound.insights.growthplan.GrowthPlanDecider;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreparationTest {

  private static final LocalDate DAY = LocalDate.of(2026, 8, 3);
  private static final LocalDate TODAY = DAY.plusDays(40);

  private final ScriptedReader reader =
      new ScriptedReader()
          .critique("went round in circles", Theme.ANSWER_STRUCTURE)
          .critique("a thin CV", Theme.APPLICATION_MATERIALS)
          .critique("no Finnish", Theme.LOCAL_LANGUAGE)
          .praise("lifted the room", Theme.COLLABORATION);

  private final History history =
      new History()
          .rejection("A", DAY, "There was no Finnish")
          .answered("A", DAY, "You went round in circles, with a thin CV")
          .told(FeedbackSource.PEER, DAY.plusDays(5), "You lifted the room")
          .applied("next", DAY.plusDays(20))
          .reached("next", StageKind.TECHNICAL_INTERVIEW, DAY.plusDays(30));

  @Test
  void practises_what_the_stages_ahead_will_test() {
    Preparation brief = brief(GrowthPlan.EMPTY);

    assertThat(brief.status()).isEqualTo(Basis.ENOUGH);
    assertThat(brief.stages())
        .startsWith(StageKind.TECHNICAL_INTERVIEW)
        .doesNotContain(StageKind.APPLICATION_REVIEW);
    assertThat(brief.practise())
        .extracting(Preparation.Weakness::theme)
        .contains(Theme.ANSWER_STRUCTURE)
        .doesNotContain(Theme.APPLICATION_MATERIALS);
    assertThat(brief.leanOn())
        .extracting(Preparation.Strength::theme)
        .containsExactly(Theme.COLLABORATION);
  }

  @Test
  void has_nothing_but_the_offer_ahead_once_there_is_one() {
    history
        .applied("offered", DAY.plusDays(20))
        .add("application", id("offered"), new OfferReceived(id("offered"), CANDIDATE, DAY));

    assertThat(brief(GrowthPlan.EMPTY, "offered").stages()).containsExactly(StageKind.OFFER);
  }

  /** The panel came first, and the technical interview is the one that may not be over. */
  @Test
  void looks_ahead_from_what_took_place_last_and_not_to_what_did() {
    history
        .applied("out of order", DAY.plusDays(20))
        .reached("out of order", StageKind.PANEL_INTERVIEW, DAY.plusDays(25))
        .reached("out of order", StageKind.TECHNICAL_INTERVIEW, DAY.plusDays(30));

    assertThat(brief(GrowthPlan.EMPTY, "out of order").stages())
        .containsExactly(
            StageKind.TECHNICAL_INTERVIEW,
            StageKind.MANAGER_INTERVIEW,
            StageKind.FINAL_INTERVIEW,
            StageKind.OFFER);
  }

  @Test
  void begins_with_the_next_stage_that_is_planned_where_there_are_several() {
    history
        .applied("planned", DAY.plusDays(20))
        .reached("planned", StageKind.RECRUITER_SCREEN, TODAY.minusDays(1))
        .reached("planned", StageKind.MANAGER_INTERVIEW, TODAY.plusDays(7))
        .reached("planned", StageKind.PANEL_INTERVIEW, TODAY);

    assertThat(brief(GrowthPlan.EMPTY, "planned").stages())
        .startsWith(StageKind.PANEL_INTERVIEW, StageKind.MANAGER_INTERVIEW)
        .endsWith(StageKind.OFFER)
        .doesNotHaveDuplicates()
        .doesNotContain(StageKind.RECRUITER_SCREEN);
  }

  @Test
  void goes_on_with_the_goal_that_is_worked_on() {
    GoalAdopted adopted =
        new GoalAdopted(
            CANDIDATE,
            id("goal"),
            Theme.ANSWER_STRUCTURE,
            "Stories",
            List.of("The point first"),
            List.of(new GoalAction("Done before", true), new GoalAction("Tell it", false)),
            null,
            DAY);
    GrowthPlanDecider decider = new GrowthPlanDecider();

    Preparation brief = brief(decider.evolve(decider.initial(), adopted));

    assertThat(brief.practise())
        .filteredOn(weakness -> weakness.theme() == Theme.ANSWER_STRUCTURE)
        .singleElement()
        .returns(id("goal"), Preparation.Weakness::goalId)
        .returns("Stories", Preparation.Weakness::aim)
        .returns(List.of("Tell it"), Preparation.Weakness::actions);
  }

  @Test
  void checks_early_what_stood_in_the_way_before() {
    assertThat(brief(GrowthPlan.EMPTY).check())
        .filteredOn(check -> check.theme() == Theme.LOCAL_LANGUAGE)
        .singleElement()
        .returns(1, Check::rejections)
        .returns(1, Check::of);
  }

  @Test
  void checks_nothing_that_only_the_candidate_wants_to_improve_or_a_mentor_says() {
    history
        .rejection("B", DAY.plusDays(1), null)
        .reflected(
            "B",
            List.of(
                new StageReflection(StageKind.RECRUITER_SCREEN, 1, 3, null, "I have no Finnish")),
            List.of(),
            null)
        .toldAbout("B", FeedbackSource.MENTOR, DAY.plusDays(2), "You have no Finnish");

    assertThat(brief(GrowthPlan.EMPTY).check())
        .filteredOn(check -> check.theme() == Theme.LOCAL_LANGUAGE)
        .singleElement()
        .returns(1, Check::rejections)
        .returns(2, Check::of);
  }

  private Preparation brief(GrowthPlan plan) {
    return brief(plan, "next");
  }

  private Preparation brief(GrowthPlan plan, String application) {
    CandidateContexts contexts = history.contexts(reader);
    return Preparation.of(
        contexts,
        plan,
        SearchProfile.EMPTY,
        contexts.application(id(application)).orElseThrow(),
        TODAY);
  }
}
