package dev.rebound.feedback.specificity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.analysis.FeedbackReader;
import dev.rebound.analysis.Reading;
import dev.rebound.events.MissingPart;
import dev.rebound.events.SpecificityLevel;
import dev.rebound.events.StageKind;
import dev.rebound.events.StageRating;
import dev.rebound.events.Theme;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpecificityJudgeTest {

  private static final List<StageRating> RATED =
      List.of(new StageRating(StageKind.PANEL_INTERVIEW, 2, null));

  /** Reads every text alike. */
  private record Fixed(SpecificityLevel level, double score, List<MissingPart> missing)
      implements FeedbackReader {
    @Override
    public Reading read(String text) {
      return new Reading(
          new dev.rebound.analysis.Specificity(level, score, missing), List.of(), List.of());
    }

    @Override
    public String version() {
      return "fixed-1";
    }
  }

  private static final SpecificityJudge VAGUE =
      new SpecificityJudge(new Fixed(SpecificityLevel.GENERIC, 0, List.of(MissingPart.values())));

  @Test
  void wordsAloneAreJudgedAsTheyAreRead() {
    assertThat(VAGUE.judge("Thank you."))
        .isEqualTo(
            new Specificity(
                SpecificityLevel.GENERIC, 0, List.of(MissingPart.values()), List.of(), true));
  }

  @Test
  void aRatedStageIsAStageNamedButNoCause() {
    Specificity judged = VAGUE.judge("Thank you.", RATED, List.of());

    assertThat(judged.missing()).doesNotContain(MissingPart.STAGE).hasSize(4);
    assertThat(judged.level()).isEqualTo(SpecificityLevel.GENERIC);
  }

  @Test
  void aDecisiveThemeIsACause() {
    Specificity judged = VAGUE.judge("Thank you.", List.of(), List.of(Theme.PREPARATION));

    assertThat(judged.missing()).doesNotContain(MissingPart.THEME).hasSize(4);
    assertThat(judged.level()).isEqualTo(SpecificityLevel.PARTIAL);
  }

  @ParameterizedTest
  @EnumSource(names = {"STRONGER_CANDIDATE", "CULTURE_FIT", "UNSPECIFIED"})
  void aThemeThatNamesNoCauseLeavesItGeneric(Theme theme) {
    assertThat(VAGUE.judge("Thank you.", List.of(), List.of(theme)).level())
        .isEqualTo(SpecificityLevel.GENERIC);
  }

  @Test
  void boxesShareWhatTheTextLeftOpen() {
    assertThat(VAGUE.judge("Thank you.", RATED, List.of(Theme.PREPARATION)).score())
        .isCloseTo(0.4, Offset.offset(1e-9));
  }

  @Test
  void aTextThatSaysAllIsNotJudgedHigherForItsBoxes() {
    var full = new SpecificityJudge(new Fixed(SpecificityLevel.SPECIFIC, 1, List.of()));

    assertThat(full.judge("All of it.", RATED, List.of(Theme.PREPARATION)))
        .isEqualTo(new Specificity(SpecificityLevel.SPECIFIC, 1, List.of(), List.of(), true));
  }

  @Test
  void wordsThatWereMerelyNotReadAreNoReasonToAskAgain() {
    var judge = new SpecificityJudge(FeedbackReader.standard());

    Specificity judged =
        judge.judge("Leider reicht Ihr Deutsch f\u00fcr den Empfang noch nicht aus.");

    assertThat(judged.read()).isFalse();
    assertThat(judged.level()).isNotEqualTo(SpecificityLevel.GENERIC);
    assertThat(judged.score()).isZero();
    assertThat(judged.missing()).isEmpty();
    assertThat(judged.warnings())
        .singleElement()
        .satisfies(warning -> {
          assertThat(warning.text()).startsWith("Leider reicht");
          assertThat(warning.why()).contains("Only English is read");
        });
  }

  /** It names a cause, and whoever wrote it is asked what they saw. */
  @Test
  void aBareFitIsAskedAboutUnlessACauseIsTicked() {
    var judge = new SpecificityJudge(FeedbackReader.standard());
    String fit = "You would not fit into our culture.";

    assertThat(judge.judge(fit).level()).isEqualTo(SpecificityLevel.GENERIC);
    assertThat(judge.judge(fit).missing()).contains(MissingPart.THEME);
    assertThat(judge.judge(fit, List.of(), List.of(Theme.COLLABORATION)).level())
        .isEqualTo(SpecificityLevel.PARTIAL);
  }

  @Test
  void aForeignRefusalWithoutContentIsGeneric() {
    var judge = new SpecificityJudge(FeedbackReader.standard());

    Specificity judged = judge.judge("Leider m\u00fcssen wir Ihnen eine Absage erteilen.");

    assertThat(judged.read()).isTrue();
    assertThat(judged.level()).isEqualTo(SpecificityLevel.GENERIC);
  }

  @Test
  void theVersionOfTheReaderIsKept() {
    assertThat(VAGUE.kept(VAGUE.judge("Thank you.")).reader()).isEqualTo("fixed-1");
  }
}
