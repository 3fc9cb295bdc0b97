package dev.rebound.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.Control;
import dev.rebound.events.Theme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How far a cause is in somebody's hands: as its theme says, unless the words say otherwise. */
class ControlTest {

  private static final Lexicon LEXICON = Lexicon.load();

  static List<Arguments> sentences() {
    return Sentences.of("control.txt");
  }

  /** The theme is given, so that this measures the words and not the reading of the theme. */
  @ParameterizedTest
  @MethodSource("sentences")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ANSWER_STRUCTURE | CONTROLLABLE | Your answers rambled. Give yourself time to think.
          COMPOSURE        | CONTROLLABLE | You were nervous, but that comes with practice.
          ANSWER_STRUCTURE | CONTROLLABLE | The only time you gave an example was at the end.
          TECHNICAL_DEPTH  | LONG_TERM    | Your ear is not there yet, and only time will train it.
          TECHNICAL_DEPTH  | LONG_TERM    | Your ear is not there yet; it comes with time.
          """)
  void wordsThatClearlySpeakOutweighTheTheme(Theme theme, Control control, String text) {
    List<ReadClause> clauses =
        Clauses.of(Tokens.of(text)).stream().map(one -> ReadClause.of(LEXICON, one)).toList();
    assertThat(new ControlWording(clauses).of(0, theme)).isEqualTo(control);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LONG_TERM      | It will take you another five years in theatre before you can lead one.
          LONG_TERM      | She needs five more years.
          OUT_OF_CONTROL | We had to give it to somebody in house.
          OUT_OF_CONTROL | The role was reserved for internal candidates.
          CONTROLLABLE   | You lack the food hygiene certificate, which is easily fixed with a course.
          CONTROLLABLE   | Your answers rambled.
          """)
  void theReadingOfACauseCarriesIt(Control control, String text) {
    assertThat(FeedbackReader.standard().read(text).statements())
        .filteredOn(Statement::namesCause)
        .flatExtracting(Statement::themes)
        .isNotEmpty()
        .extracting(ThemeReading::control)
        .containsOnly(control);
  }

  @Test
  void praiseKeepsTheDefault() {
    List<Statement> statements =
        FeedbackReader.standard()
            .read("Your leadership is excellent, and it comes with the years.")
            .statements();
    assertThat(statements)
        .filteredOn(statement -> statement.polarity() == Polarity.POSITIVE)
        .flatExtracting(Statement::themes)
        .filteredOn(praised -> praised.theme() == Theme.LEADERSHIP)
        .extracting(ThemeReading::control)
        .containsOnly(Control.CONTROLLABLE);
  }
}
