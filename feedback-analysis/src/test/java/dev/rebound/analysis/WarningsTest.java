package dev.rebound.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which wording is warned about. */
class WarningsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          too old         | We think you are too old for a young company.
          as a woman      | It would be hard for you as a woman on this site.
          pregnant        | You did not tell us that you are pregnant.
          family situation| Given your family situation the travel would be too much.
          accent          | Customers may not understand your accent.
          native speaker  | We wanted a native speaker.
          headscarf       | The headscarf might irritate customers.
          your health     | We worry about your health.
          wheelchair      | The office is not made for a wheelchair.
          your kids       | Who would look after your kids?
          culture fit     | You were not a culture fit.
          """)
  void unsafeWordingIsShownWithItsReason(String words, String text) {
    assertThat(FeedbackReader.standard().read(text).warnings())
        .anySatisfy(warning -> {
          assertThat(warning.text()).isEqualToIgnoringCase(words);
          assertThat(warning.why()).endsWith(".");
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Your answers were vague and you did not ask questions.",
        "We do not discriminate on the basis of religion, disability or gender.",
        "You have little experience in healthcare.",
        "React Native was new to you.",
        "You were not a culture fit: you interrupted two colleagues in the pairing session."
      })
  void plainFeedbackIsNotWarnedAbout(String text) {
    assertThat(FeedbackReader.standard().read(text).warnings()).isEmpty();
  }
}
