package dev.rebound.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.MissingPart;
import dev.rebound.events.StageKind;
import dev.rebound.events.Theme;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked in the second round. */
class DepthQuestionsTest {

  private static final DepthQuestions QUESTIONS = DepthQuestions.standard();
  private static final List<MissingPart> ALL = List.of(MissingPart.values());

  /** Every set of parts that lacks the cause, as those of a generic text do. */
  static List<Set<MissingPart>> partsOfGenericTexts() {
    List<Set<MissingPart>> sets = new ArrayList<>();
    for (int bits = 0; bits < 1 << ALL.size(); bits++) {
      Set<MissingPart> parts = EnumSet.of(MissingPart.THEME);
      for (MissingPart part : ALL) {
        if ((bits >> part.ordinal() & 1) == 1) {
          parts.add(part);
        }
      }
      sets.add(parts);
    }
    return sets;
  }

  @ParameterizedTest
  @MethodSource("partsOfGenericTexts")
  void aGenericTextIsAskedTwoToFourQuestionsWhateverTheProcess(Set<MissingPart> missing) {
    for (int known = 0; known <= StageKind.values().length; known++) {
      List<StageKind> stages = List.of(StageKind.values()).subList(0, known);
      for (Theme theme : Theme.values()) {
        for (List<Theme> themes :
            List.of(List.<Theme>of(), List.of(theme), List.of(Theme.values()))) {
          assertThat(QUESTIONS.about(missing, stages, themes))
              .hasSizeBetween(2, 4)
              .doesNotHaveDuplicates()
              .allMatch(question -> question.endsWith("?") || question.endsWith("enough."))
              .allMatch(question -> question.length() <= 120);
        }
      }
    }
  }

  @Test
  void whatIsNotMissingIsNotAsked() {
    assertThat(
            QUESTIONS.about(
                List.of(MissingPart.EXAMPLE, MissingPart.THEME, MissingPart.EXAMPLE),
                List.of(),
                List.of()))
        .containsExactly(
            "What was the main reason: a skill, experience, or something else?",
            "Can you give one example: a question, a task or a moment?");
    assertThat(QUESTIONS.about(List.of(), List.of(), List.of())).isEmpty();
  }

  @Test
  void theStageQuestionOffersTheStagesThatTookPlace() {
    assertThat(
            QUESTIONS.about(
                List.of(MissingPart.STAGE),
                List.of(StageKind.FINAL_INTERVIEW, StageKind.RECRUITER_SCREEN),
                List.of()))
        .containsExactly("Which part decided it: the first call or the final interview?");
  }

  @Test
  void aProcessOfOneStageIsNotAskedForTheStage() {
    assertThat(QUESTIONS.about(ALL, List.of(StageKind.TECHNICAL_INTERVIEW), List.of()))
        .hasSize(3)
        .noneMatch(question -> question.startsWith("Which part"))
        .anyMatch(question -> question.contains("in the technical interview"));
  }

  @Test
  void whoWasNeverMetIsAskedAboutTheApplicationAlone() {
    assertThat(QUESTIONS.about(ALL, List.of(StageKind.APPLICATION_REVIEW), List.of()))
        .containsExactly(
            "What in the application decided it: experience, a requirement, or how it was written?",
            "What in the application led to this? One line of it is enough.",
            "What is one thing to change in the next application?");
  }

  @Test
  void nobodyIsAskedForAdviceOnWhatIsOutOfAnybodysHands() {
    assertThat(QUESTIONS.about(ALL, List.of(), List.of(Theme.LOCATION_ELIGIBILITY)))
        .containsExactly(
            "Was it place, permit or dates that decided it, or something else?",
            "Which part of the process decided it?",
            "Which place, permit or date did the role need?");
    assertThat(
            QUESTIONS.about(
                List.of(MissingPart.ADVICE),
                List.of(),
                List.of(Theme.LOCATION_ELIGIBILITY, Theme.COMMUNICATION)))
        .isNotEmpty();
  }

  @Test
  void themesThatWereTouchedAreOffered() {
    assertThat(QUESTIONS.about(ALL, List.of(), List.of(Theme.COMMUNICATION, Theme.PREPARATION)))
        .contains(
            "Which decided it: communication, preparation or something else?",
            "Can you give one moment where the communication was unclear?");
  }

  @Test
  void aBetterCandidateIsAskedAbout() {
    assertThat(QUESTIONS.about(ALL, List.of(), List.of(Theme.STRONGER_CANDIDATE)).getFirst())
        .isEqualTo("What did the person you chose bring that was missing here?");
  }

  @ParameterizedTest
  @EnumSource
  void everyThemeHasAQuestionOfItsOwn(Theme theme) {
    assertThat(Spoken.moment(theme)).endsWith("?");
    assertThat(Spoken.theme(theme)).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Your communication was not good enough.",
        "In the technical interview your communication was not good enough."
      })
  void aTextThatNamesAThemeIsAskedForAMomentOfIt(String text) {
    List<String> questions = FeedbackAnswer.questions(FeedbackReader.standard().read(text));
    assertThat(questions)
        .contains("Can you give one moment where the communication was unclear?")
        .noneMatch(question -> question.startsWith("What was the main reason"));
    assertThat(questions.stream().anyMatch(question -> question.startsWith("Which part")))
        .isEqualTo(!text.contains("interview"));
  }

  @Test
  void aTextThatWasNotReadIsAskedNothing() {
    Reading reading = FeedbackReader.standard().read("Wir haben die Stelle leider intern besetzt.");
    assertThat(FeedbackAnswer.questions(reading)).isEmpty();
  }
}
