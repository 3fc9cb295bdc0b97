package dev.rebound.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.SpecificityLevel;
import dev.rebound.events.Theme;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** English is read; of German, French and Spanish what has no content; nothing else. */
class LanguagesTest {

  private static final FeedbackReader READER = FeedbackReader.standard();

  static List<Arguments> stock() {
    return Sentences.of("stock.txt");
  }

  static List<String> unread() {
    return Sentences.lines("unread.txt");
  }

  static List<String> english() {
    return Sentences.lines("english.txt");
  }

  @ParameterizedTest
  @MethodSource("stock")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GERMAN | Bitte antworten Sie nicht auf diese Nachricht.
          GERMAN | Es hilft dir jetzt wenig, aber wir w\u00fcnschen dir alles Gute.
          """)
  void aRefusalWithoutContentIsGeneric(Language language, String text) {
    Reading reading = READER.read(text);
    assertThat(reading.language()).isEqualTo(language);
    assertThat(reading.read()).isTrue();
    assertThat(reading.specificity().level()).isEqualTo(SpecificityLevel.GENERIC);
    assertThat(reading.specificity().asksForDepth()).isTrue();
    assertThat(Evaluation.causes(reading)).containsExactly(Theme.UNSPECIFIED);
  }

  @ParameterizedTest
  @MethodSource("unread")
  @ValueSource(
      strings = {
        "Sie haben im Gespr\u00e4ch sehr wenig Interesse gezeigt.",
        "Ihre Antworten haben uns nicht \u00fcberzeugt.",
        "Ihre Antwort hat uns leider nicht \u00fcberzeugt."
      })
  void whatNamesACauseInAnotherLanguageIsNotRead(String text) {
    Reading reading = READER.read(text);
    assertThat(reading.read()).isFalse();
    assertThat(reading.language()).isNotEqualTo(Language.ENGLISH);
    assertThat(reading.statements()).isNotEmpty().allMatch(one -> one.themes().isEmpty());
    assertThat(reading.specificity().asksForDepth()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("english")
  void aForeignWordOrNameMakesNoForeignText(String text) {
    Reading reading = READER.read(text);
    assertThat(reading.language()).isEqualTo(Language.ENGLISH);
    assertThat(reading.read()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\ud83d\ude00", "12 / 20", "OK"})
  void whatHasNoLanguageIsRead(String text) {
    assertThat(READER.read(text).read()).isTrue();
  }
}
