package dev.rebound.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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

  static List<Arguments> unsafe() {
    return Sentences.of("unsafe.txt");
  }

  static List<String> innocent() {
    return Stream.of("innocent.txt", "consistent.txt")
        .flatMap(file -> Sentences.lines(file).stream())
        .toList();
  }

  static List<String> contradictions() {
    return Sentences.lines("contradictions.txt");
  }

  @ParameterizedTest
  @MethodSource("unsafe")
  void eachTraitIsKnownInManyWordings(String trait, String text) {
    List<String> whys =
        switch (trait) {
          case "age", "gender", "origin" -> List.of("This reads as a remark on " + trait);
          case "family" -> List.of("This touches family", "This touches pregnancy");
          case "health" -> List.of("This touches disability or health");
          case "fit" -> List.of("'Fit' alone");
          default -> List.of("This touches " + trait);
        };
    assertThat(FeedbackReader.standard().read(text).warnings())
        .extracting(Warning::why)
        .anyMatch(why -> whys.stream().anyMatch(why::startsWith));
  }

  @ParameterizedTest
  @MethodSource("innocent")
  void whatOnlySoundsLikeItIsNotWarnedAbout(String text) {
    assertThat(FeedbackReader.standard().read(text).warnings()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void aContradictionIsShownWithItsReason(String text) {
    assertThat(FeedbackReader.standard().read(text).warnings())
        .anySatisfy(warning -> {
          assertThat(text).contains(warning.text());
          assertThat(warning.why()).startsWith("You ").contains(". Say ").endsWith(".");
        });
  }
}
