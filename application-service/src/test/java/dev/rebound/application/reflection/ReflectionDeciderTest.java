package dev.rebound.application.reflection;

import static dev.rebound.application.reflection.ReflectionRefusal.CAUSE_TWICE;
import static dev.rebound.application.reflection.ReflectionRefusal.COMPLETED_TOO_OFTEN;
import static dev.rebound.application.reflection.ReflectionRefusal.NOTHING_SAID;
import static dev.rebound.application.reflection.ReflectionRefusal.RANKS_NOT_IN_SEQUENCE;
import static dev.rebound.application.reflection.ReflectionRefusal.RATING_OUT_OF_RANGE;
import static dev.rebound.application.reflection.ReflectionRefusal.STAGE_DID_NOT_TAKE_PLACE;
import static dev.rebound.application.reflection.ReflectionRefusal.STAGE_TWICE;
import static dev.rebound.events.StageKind.APPLICATION_REVIEW;
import static dev.rebound.events.StageKind.ASSESSMENT;
import static dev.rebound.events.StageKind.TECHNICAL_INTERVIEW;
import static dev.rebound.testkit.DeciderSpecification.specification;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.ApplicationEvent.ReflectionCompleted;
import dev.rebound.events.Cause;
import dev.rebound.events.RoleReflection;
import dev.rebound.events.StageKind;
import dev.rebound.events.StageReflection;
import dev.rebound.events.Theme;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReflectionDeciderTest {

  private static final UUID ID = UUID.fromString("0199f000-0000-7000-8000-000000000001");
  private static final UUID ME = UUID.fromString("0199f000-0000-7000-8000-0000000000aa");
  private static final ReflectionContent CONTENT =
      new ReflectionContent(
          List.of(stage(ASSESSMENT, 2, 3), stage(TECHNICAL_INTERVIEW, 1, 5)),
          List.of(new Cause(Theme.PREPARATION, null, "read more")),
          new RoleReflection(4, List.of()),
          "sleep before");

  @Test
  void completes() {
    specification(new ReflectionDecider()).when(complete(CONTENT)).then(completed(CONTENT));
  }

  @Test
  void completingAgainReplaces() {
    ReflectionContent other = only(List.of(stage(ASSESSMENT, 1, 2)));
    specification(new ReflectionDecider())
        .given(completed(CONTENT))
        .when(complete(other))
        .then(completed(other));
  }

  @Test
  void canBeCompletedAHundredTimes() {
    ReflectionCompleted[] ninetyNine = new ReflectionCompleted[99];
    Arrays.fill(ninetyNine, completed(CONTENT));
    ReflectionCompleted[] hundred = new ReflectionCompleted[100];
    Arrays.fill(hundred, completed(CONTENT));

    specification(new ReflectionDecider())
        .given(ninetyNine)
        .when(complete(CONTENT))
        .then(completed(CONTENT));
    specification(new ReflectionDecider())
        .given(hundred)
        .when(complete(CONTENT))
        .thenRefused(COMPLETED_TOO_OFTEN);
  }

  @Test
  void remembersWhatWasSaidLast() {
    assertThat(
            specification(new ReflectionDecider())
                .given(completed(CONTENT))
                .when(complete(only(List.of(stage(ASSESSMENT, 1, 2)))))
                .state())
        .isEqualTo(new Reflection.Completed(only(List.of(stage(ASSESSMENT, 1, 2))), 2));
  }

  @Test
  void theReviewOfTheApplicationAlwaysTookPlace() {
    ReflectionContent content = only(List.of(stage(APPLICATION_REVIEW, 1, 2)));
    specification(new ReflectionDecider()).when(complete(content)).then(completed(content));
  }

  @Test
  void lessonsAloneAreEnough() {
    ReflectionContent content =
        new ReflectionContent(List.of(), List.of(), null, "ask about the team");
    specification(new ReflectionDecider()).when(complete(content)).then(completed(content));
  }

  @Test
  void nothingAtAllIsNoReflection() {
    specification(new ReflectionDecider())
        .when(
            complete(
                new ReflectionContent(
                    List.of(), List.of(), new RoleReflection(null, List.of()), null)))
        .thenRefused(NOTHING_SAID);
  }

  @Test
  void aStageIsSpokenOfOnce() {
    refuses(only(List.of(stage(ASSESSMENT, 1, 2), stage(ASSESSMENT, 2, 2))), STAGE_TWICE);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "0,1", "2,3", "1,3", "-1,1"})
  void ranksRunFromOneWithoutGaps(int first, int second) {
    refuses(
        only(List.of(stage(ASSESSMENT, first, 2), stage(TECHNICAL_INTERVIEW, second, 2))),
        RANKS_NOT_IN_SEQUENCE);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 6, -1})
  void ratingsRunFromOneToFive(int rating) {
    refuses(only(List.of(stage(ASSESSMENT, 1, rating))), RATING_OUT_OF_RANGE);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 6})
  void andSoDoesTheViewOfTheDays(int dayToDay) {
    refuses(
        new ReflectionContent(List.of(), List.of(), new RoleReflection(dayToDay, List.of()), null),
        RATING_OUT_OF_RANGE);
  }

  @Test
  void aStageThatDidNotTakePlaceIsNotSpokenOf() {
    refuses(only(List.of(stage(StageKind.PANEL_INTERVIEW, 1, 2))), STAGE_DID_NOT_TAKE_PLACE);
  }

  @Test
  void aThemeIsACauseOnce() {
    Cause cause = new Cause(Theme.SENIORITY, null, null);
    refuses(new ReflectionContent(List.of(), List.of(cause, cause), null, null), CAUSE_TWICE);
  }

  private static void refuses(ReflectionContent content, ReflectionRefusal refusal) {
    specification(new ReflectionDecider()).when(complete(content)).thenRefused(refusal);
  }

  private static CompleteReflection complete(ReflectionContent content) {
    return new CompleteReflection(ID, ME, Set.of(ASSESSMENT, TECHNICAL_INTERVIEW), content);
  }

  private static ReflectionCompleted completed(ReflectionContent content) {
    return new ReflectionCompleted(
        ID, ME, content.stages(), content.causes(), content.role(), content.lessons());
  }

  private static ReflectionContent only(List<StageReflection> stages) {
    return new ReflectionContent(stages, List.of(), null, null);
  }

  private static StageReflection stage(StageKind kind, int rank, int rating) {
    return new StageReflection(kind, rank, rating, null, null);
  }
}
