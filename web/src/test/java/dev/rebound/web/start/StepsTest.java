package dev.rebound.web.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rebound.web.start.ApplicationService.Application;
import dev.rebound.web.start.ApplicationService.Applications;
import dev.rebound.web.start.ApplicationService.Posting;
import dev.rebound.web.start.FeedbackService.Request;
import dev.rebound.web.start.FeedbackService.Requests;
import dev.rebound.web.start.InsightsService.Goal;
import dev.rebound.web.start.InsightsService.GrowthPlan;
import dev.rebound.web.start.InsightsService.Perspective;
import dev.rebound.web.start.InsightsService.Weakness;
import dev.rebound.web.start.InsightsService.Weaknesses;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StepsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final Application APPLICATION =
      new Application("1", "REJECTED", new Posting("Gardener", "Park & Co"));

  @Test
  void askingCountsWhatIsOpenAndWhatWasAnswered() {
    Step step =
        Steps.asking(requests("REQUESTED", "DETAIL_REQUESTED", "RECEIVED", "DECLINED", "EXPIRED"));

    assertThat(step.figures())
        .containsExactly(new Step.Figure("2", "open requests"), new Step.Figure("1", "answer"));
    assertThat(step.note()).isEqualTo("Of 5 people asked.");
  }

  @Test
  void askingNobodySaysHowItBegins() {
    assertThat(Steps.asking(requests()).note()).startsWith("Nobody has been asked yet.");
  }

  @Test
  void lookingBackSaysOverHowManyRejections() {
    Step step = Steps.reflecting(new Reflections(3, false, List.of(APPLICATION)));

    assertThat(step.figures()).containsExactly(new Step.Figure("1", "reflection to do"));
    assertThat(step.note()).isEqualTo("Of 3 rejections.");
  }

  @Test
  void oneContextIsNotEnoughForAThread() {
    Step step =
        Steps.growing(
            new Weaknesses(1, 1, List.of(new Weakness("PREPARATION", "SINGLE", 1))),
            new GrowthPlan(List.of()));

    assertThat(step.figures()).isEmpty();
    assertThat(step.note()).startsWith("Not enough yet").contains("n = 1");
  }

  @Test
  void onlyWhatRecursIsAThread() {
    Step step =
        Steps.growing(
            new Weaknesses(
                4,
                5,
                List.of(
                    new Weakness("PREPARATION", "RECURRING", 3),
                    new Weakness("LEADERSHIP", "SINGLE", 1))),
            new GrowthPlan(List.of(goal("ADOPTED", null), goal("PROPOSED", null))));

    assertThat(step.figures())
        .containsExactly(
            new Step.Figure("1", "recurring thread"),
            new Step.Figure("1", "goal you work on"),
            new Step.Figure("1", "goal proposed"));
  }

  @Test
  void oneRejectionIsNotEnoughForAPerspective() {
    assertThat(Steps.perspective(new Perspective(1, Map.of("CONTROLLABLE", 1))).note())
        .contains("Not enough yet", "n = 1");
  }

  @Test
  void theSearchMayBeAListOrAPage() {
    assertThat(Steps.searching(json("[{\"status\":\"SUGGESTED\"}]")))
        .isEqualTo(Steps.searching(json("{\"items\":[{\"status\":\"SUGGESTED\"}]}")));
  }

  @Test
  void aReflectionComesFirst() {
    assertThat(
            next(
                Optional.of(new Reflections(1, false, List.of(APPLICATION))),
                Optional.of(new GrowthPlan(List.of(goal("ADOPTED", "2026-11-01"))))))
        .hasValueSatisfying(text -> assertThat(text).contains("Gardener at Park & Co"));
  }

  @Test
  void aGoalThatIsDueComesBeforeAProposedOne() {
    assertThat(
            next(
                Optional.empty(),
                Optional.of(
                    new GrowthPlan(
                        List.of(goal("PROPOSED", null), goal("ADOPTED", "2026-11-24"))))))
        .contains("A goal of yours is due. Note how it went.");
  }

  @Test
  void aGoalOfTomorrowIsNotDue() {
    assertThat(
            next(
                Optional.of(new Reflections(0, false, List.of())),
                Optional.of(new GrowthPlan(List.of(goal("ADOPTED", "2026-11-25"))))))
        .isEmpty();
  }

  @Test
  void anEmptyStartLeadsToTheFirstApplication() {
    assertThat(
            NextStep.of(
                TODAY,
                Optional.of(new Applications(List.of(), null)),
                Optional.of(new Reflections(0, false, List.of())),
                Optional.of(new GrowthPlan(List.of())),
                Optional.of(json("[]"))))
        .hasValueSatisfying(text -> assertThat(text).contains("first application"));
  }

  @Test
  void nothingIsCalledDoneThatCouldNotBeSeen() {
    assertThat(next(Optional.of(new Reflections(0, false, List.of())), Optional.empty()))
        .contains("Not everything can be seen right now. Look again in a minute.");
  }

  private static Optional<String> next(
      Optional<Reflections> reflections, Optional<GrowthPlan> plan) {
    return NextStep.of(
        TODAY,
        Optional.of(new Applications(List.of(APPLICATION), null)),
        reflections,
        plan,
        Optional.of(json("[]")));
  }

  private static Requests requests(String... statuses) {
    return new Requests(
        List.of(statuses).stream().map(status -> new Request("1", status)).toList(), null);
  }

  private static Goal goal(String status, @Nullable String dueOn) {
    return new Goal("1", "PREPARATION", status, dueOn == null ? null : LocalDate.parse(dueOn));
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
