package dev.rebound.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.MissingPart;
import dev.rebound.events.SpecificityLevel;
import dev.rebound.events.StageKind;
import dev.rebound.events.Theme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much a text tells, and which of the five parts it lacks. */
class SpecificityTest {

  private static Specificity of(String text) {
    return FeedbackReader.standard().read(text).specificity();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "Thanks for coming in!",
        "It just was not a match.",
        "You were not quite what we are looking for.",
        "Other applicants corresponded better to our needs.",
        "We chose somebody whose skills and experience align more closely with the job.",
        "It was a tough decision, but we went with another candidate.",
        "Your profile is not quite what this team needs today.",
        "Unfortunately we cannot give individual feedback because of the volume of applications.",
        "We were impressed by your experience, yet we will not continue with your application.",
        "Great interview, everybody liked you!",
        "No."
      })
  void withoutACauseItIsGeneric(String text) {
    assertThat(of(text).level()).isEqualTo(SpecificityLevel.GENERIC);
    assertThat(of(text).score()).isLessThanOrEqualTo(SpecificityScale.GENERIC_CEILING);
    assertThat(of(text).missing()).contains(MissingPart.THEME);
    assertThat(of(text).asksForDepth()).isTrue();
  }

  /** It names a cause, and nothing that anybody could see: always a reason to ask again. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "You would not fit into our culture.",
        "The panel did not feel that you would blend into our culture.",
        "Doubts about the cultural fit."
      })
  void aBareFitIsPartialAndAskedAboutAllTheSame(String text) {
    assertThat(of(text).level()).isEqualTo(SpecificityLevel.PARTIAL);
    assertThat(of(text).score()).isLessThanOrEqualTo(SpecificityScale.GENERIC_CEILING);
    assertThat(of(text).missing()).contains(MissingPart.THEME);
    assertThat(of(text).asksForDepth()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Too junior.",
        "Weak on system design.",
        "Your salary expectations are too high.",
        "The position was filled internally.",
        "We need somebody who speaks Polish."
      })
  void aBareCauseIsPartial(String text) {
    assertThat(of(text).level()).isEqualTo(SpecificityLevel.PARTIAL);
    assertThat(of(text).score()).isBetween(0.35, 0.6);
    assertThat(of(text).asksForDepth()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You did not water the plants when nobody reminded you.",
        "She never put the tools back.",
        "You could not tell a mortgage from a lease."
      })
  void whatSomebodyFailedToDoIsACauseInAnyWords(String text) {
    assertThat(of(text).level()).isEqualTo(SpecificityLevel.PARTIAL);
    assertThat(of(text).missing()).doesNotContain(MissingPart.THEME, MissingPart.OBSERVATION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You did not water the plants when nobody reminded you.",
        "She never put the tools back."
      })
  void aCauseThatNoThemeCoversIsUnspecified(String text) {
    assertThat(FeedbackReader.standard().read(text).statements())
        .filteredOn(statement -> statement.polarity() == Polarity.NEGATIVE)
        .flatExtracting(Statement::themes)
        .extracting(ThemeReading::theme)
        .containsExactly(Theme.UNSPECIFIED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You did not get the job.",
        "You were not chosen.",
        "He was not among the people we picked.",
        "You did nothing wrong.",
        "You could not have done any better."
      })
  void whatDidNotHappenToSomebodyIsNone(String text) {
    assertThat(of(text).level()).isEqualTo(SpecificityLevel.GENERIC);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "In the phone screen you could not explain why you want to leave your job. Next time,"
            + " prepare a short and honest answer.",
        "When we asked about the payment outage, you blamed the operations team and never said what"
            + " you had learned from it.",
        "During the case study you jumped to conclusions: in the question about the warehouse you"
            + " did not look at the numbers first.",
        "Your CV lists many tools, but in the technical interview you could not describe how you"
            + " used Terraform in the migration project. Build one small thing with it.",
        "At the panel interview you spoke for ten minutes without a pause and we lost the thread."
            + " Practise a two-minute version."
      })
  void aCauseWithWhatWasSeenIsSpecific(String text) {
    assertThat(of(text).level()).isEqualTo(SpecificityLevel.SPECIFIC);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OBSERVATION | The weak point was communication.
          EXAMPLE     | You interrupted the interviewers.
          ADVICE      | You interrupted the interviewers.
          STAGE       | You interrupted the interviewers.
          THEME       | In the panel interview it did not click.
          """)
  void theMissingPartIsNamed(MissingPart part, String text) {
    assertThat(of(text).missing()).contains(part);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          STAGE       | In the final round your answers were vague.
          THEME       | Your answers were vague.
          OBSERVATION | You interrupted the interviewers.
          EXAMPLE     | For example, you could not say what the cache was for.
          ADVICE      | Practise the STAR method.
          """)
  void aPartThatIsThereIsNotMissing(MissingPart part, String text) {
    assertThat(of(text).missing()).doesNotContain(part);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RECRUITER_SCREEN    | In the phone screen you sounded bored.
          ASSESSMENT          | The take-home task had no tests.
          TECHNICAL_INTERVIEW | In the technical interview you were nervous.
          MANAGER_INTERVIEW   | In the hiring manager interview your answers were vague.
          PANEL_INTERVIEW     | In the panel interview you rambled.
          FINAL_INTERVIEW     | In the final round you rambled.
          """)
  void theStageIsRead(StageKind stage, String text) {
    assertThat(FeedbackReader.standard().read(text).statements())
        .extracting(Statement::stage)
        .contains(stage);
  }
}
