package dev.rebound.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes without verbs and articles are English where their words could be those of others, too. */
class TerseEnglishTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Deadlines cannot be met, non-negotiable.",
        "No car, night bus stops early.",
        "Paints solo, never led apprentices.",
        "Quoted 300 per day, budget 240 per day.",
        "Sound welder, non-certified though.",
        "<p>Paints solo, never led apprentices.</p>"
      })
  void aNoteIsRead(String text) {
    Reading reading = FeedbackReader.standard().read(text);

    assertThat(reading.language()).isEqualTo(Language.ENGLISH);
    assertThat(reading.read()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div><br><p>Purtroppo il posto \u00e8 gi\u00e0 occupato.</p></div>",
        "Non ha esperienza nel settore.",
        "Votre permis n'est plus valable.",
        "Helaas hebben wij met een ander gekozen."
      })
  void aNoteInAnotherLanguageIsNotRead(String text) {
    assertThat(FeedbackReader.standard().read(text).read()).isFalse();
  }
}
