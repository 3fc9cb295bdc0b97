package dev.rebound.application.reflectionform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.application.reflection.Reflection;
import dev.rebound.application.reflection.ReflectionContent;
import dev.rebound.application.reflectionform.Prompt.Part;
import dev.rebound.application.reflectionform.ReflectionDrafts.Draft;
import dev.rebound.application.reflectionform.ReflectionView.Status;
import dev.rebound.events.StageKind;
import dev.rebound.events.StageReflection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReflectionViewTest {

  private static final ReflectionForm DRAFT = new ReflectionForm(null, null, null, "so far");
  private static final Reflection COMPLETED =
      new Reflection.Completed(
          new ReflectionContent(
              List.of(new StageReflection(StageKind.ASSESSMENT, 1, 4, "calm", null)),
              List.of(),
              null,
              "done"),
          1);

  @Test
  void beforeTheBeginningThereIsNothing() {
    ReflectionView view = view(new Reflection.NotCompleted(), 0, Optional.empty());
    assertThat(view.status()).isEqualTo(Status.NOT_STARTED);
    assertThat(view.content()).isNull();
  }

  @Test
  void aDraftIsShown() {
    ReflectionView view = view(new Reflection.NotCompleted(), 0, draft(0));
    assertThat(view.status()).isEqualTo(Status.DRAFT);
    assertThat(view.content()).isEqualTo(DRAFT);
    assertThat(view.completed()).isFalse();
  }

  @Test
  void aCompletionOvertakesTheDraft() {
    ReflectionView view = view(COMPLETED, 1, draft(0));
    assertThat(view.status()).isEqualTo(Status.COMPLETED);
    assertThat(view.content()).isEqualTo(ReflectionForm.of(contentOf(COMPLETED)));
  }

  @Test
  void aLaterDraftIsShownAgain() {
    ReflectionView view = view(COMPLETED, 1, draft(1));
    assertThat(view.status()).isEqualTo(Status.DRAFT);
    assertThat(view.completed()).isTrue();
  }

  @Test
  void aDraftThatCannotBeOpenedIsNone() {
    assertThat(
            view(new Reflection.NotCompleted(), 0, Optional.of(new Draft(0, 3, Optional.empty())))
                .status())
        .isEqualTo(Status.NOT_STARTED);
  }

  @Test
  void whatWasCompletedGoesThereAndBack() {
    assertThat(ReflectionForm.of(contentOf(COMPLETED)).content()).isEqualTo(contentOf(COMPLETED));
  }

  @Test
  void promptsFollowTheStages() {
    assertThat(Prompt.of(List.of(StageKind.RECRUITER_SCREEN, StageKind.ASSESSMENT), true))
        .filteredOn(prompt -> prompt.part() == Part.STAGES)
        .extracting(Prompt::stage)
        .containsExactly(null, StageKind.RECRUITER_SCREEN, StageKind.ASSESSMENT);
  }

  @Test
  void withoutAnyStageTheApplicationItselfWasJudged() {
    assertThat(Prompt.of(List.of(), false))
        .filteredOn(prompt -> prompt.part() == Part.STAGES)
        .extracting(Prompt::stage)
        .containsExactly(StageKind.APPLICATION_REVIEW);
  }

  @Test
  void componentsAreAskedAboutWhereThereIsADescription() {
    assertThat(Prompt.of(List.of(), true)).hasSize(Prompt.of(List.of(), false).size() + 1);
  }

  private static ReflectionView view(
      Reflection reflection, int completions, Optional<Draft> draft) {
    return ReflectionView.of(reflection, completions, draft, List.of());
  }

  private static Optional<Draft> draft(int completions) {
    return Optional.of(new Draft(completions, 3, Optional.of(DRAFT)));
  }

  private static ReflectionContent contentOf(Reflection reflection) {
    return switch (reflection) {
      case Reflection.Completed(var content, _) -> content;
      case Reflection.NotCompleted _ -> throw new IllegalArgumentException("nothing was completed");
    };
  }
}
