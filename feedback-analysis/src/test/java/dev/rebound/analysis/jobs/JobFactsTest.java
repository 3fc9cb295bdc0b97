package dev.rebound.analysis.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Postings of our own, with what they state and with what they only seem to state. */
class JobFactsTest {

  /** A posting, and the facts of one kind that it states. */
  record Labelled(String facts, String posting) {

    static Labelled of(String line) {
      String[] parts = line.split(" \\| ", 2);
      return new Labelled(parts[0].strip(), parts[1].replace(" / ", "\n"));
    }

    /** The label where these are its facts, in any order. */
    String toldAs(Stream<String> told) {
      List<String> found = told.sorted().toList();
      List<String> stated = Stream.of(facts.split("; ")).sorted().toList();
      return found.equals(stated) ? facts : found.isEmpty() ? "-" : String.join("; ", found);
    }
  }

  static Stream<Labelled> seniority() throws IOException {
    return labelled("seniority.txt");
  }

  @ParameterizedTest
  @MethodSource("seniority")
  void howFarUpTheJobIs(Labelled each) {
    assertThat(each.toldAs(seniorityOf(each.posting))).isEqualTo(each.facts);
  }

  static Stream<String> seniorityOf(String posting) {
    return JobFacts.of(posting).seniority().stream().map(it -> it.level().name());
  }

  static Stream<Labelled> experience() throws IOException {
    return labelled("experience.txt");
  }

  @ParameterizedTest
  @MethodSource("experience")
  void howManyYearsAreAskedFor(Labelled each) {
    assertThat(each.toldAs(experienceOf(each.posting))).isEqualTo(each.facts);
  }

  static Stream<String> experienceOf(String posting) {
    return JobFacts.of(posting).experience().stream().map(it -> span(it.min(), it.max()));
  }

  static Stream<Labelled> workplace() throws IOException {
    return labelled("workplace.txt");
  }

  @ParameterizedTest
  @MethodSource("workplace")
  void whereTheWorkIsDone(Labelled each) {
    assertThat(each.toldAs(workplaceOf(each.posting))).isEqualTo(each.facts);
  }

  static Stream<String> workplaceOf(String posting) {
    return JobFacts.of(posting).workplace().stream().map(it -> it.kind().name());
  }

  static Stream<Labelled> languages() throws IOException {
    return labelled("languages.txt");
  }

  @ParameterizedTest
  @MethodSource("languages")
  void whatLanguagesAreSpoken(Labelled each) {
    assertThat(each.toldAs(languagesOf(each.posting))).isEqualTo(each.facts);
  }

  static Stream<String> languagesOf(String posting) {
    return JobFacts.of(posting).languages().stream()
        .map(it -> it.language() + (it.need() == SpokenLanguage.Need.WISHED ? "?" : ""));
  }

  static Stream<Labelled> salary() throws IOException {
    return labelled("salary.txt");
  }

  @ParameterizedTest
  @MethodSource("salary")
  void whatIsPaid(Labelled each) {
    assertThat(each.toldAs(salaryOf(each.posting))).isEqualTo(each.facts);
  }

  static Stream<String> salaryOf(String posting) {
    return JobFacts.of(posting).salary().stream()
        .map(it ->
            String.join(
                " ",
                span(it.min(), it.max()),
                Objects.requireNonNullElse(it.currency(), "?"),
                it.period() == null ? "?" : it.period().name()));
  }

  static Stream<Labelled> location() throws IOException {
    return labelled("location.txt");
  }

  @ParameterizedTest
  @MethodSource("location")
  void whereItIsAndWhoMayWorkThere(Labelled each) {
    assertThat(
            each.toldAs(
                JobFacts.of(each.posting).location().stream()
                    .map(it -> it.kind() + (it.place() == null ? "" : " " + it.place()))))
        .isEqualTo(each.facts);
  }

  @Test
  void theWordsAreThoseOfTheTextThatWasGiven() {
    String posting =
        "<p>Location:&nbsp;<b>Hull</b></p>\r\n<p>We are looking for a <i>senior</i> diver. "
            + "&euro;40,000 a year.</p>";

    assertThat(JobFacts.of(posting).all())
        .hasSize(3)
        .extracting(Fact::words)
        .allSatisfy(words ->
            assertThat(words.text()).isEqualTo(posting.substring(words.start(), words.end())))
        .extracting(Words::text)
        .containsExactly("senior</i> diver", "&euro;40,000 a year", "Location:&nbsp;<b>Hull");
  }

  @Test
  void aFactThatIsSaidTwiceIsToldOnceWhereItIsSaidFirst() {
    String posting = "We want a senior cook. As our senior cook you peel nothing.";

    assertThat(JobFacts.of(posting).seniority())
        .singleElement()
        .extracting(it -> it.words().start())
        .isEqualTo(posting.indexOf("senior"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t", "----", "€", "•", "5", "\ud83d", "Location:"})
  void littleSaysNothing(String posting) {
    assertThat(JobFacts.of(posting).all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "senior ",
        "Senior Nurse ",
        "as a ",
        "5 years ",
        "£5 ",
        "1,000 ",
        "$5-",
        "remote ",
        "days ",
        "English ",
        "English, ",
        "fluent in ",
        "based in ",
        "Leeds ",
        "Leeds, ",
        "you work ",
        "Location: ",
        "a ",
        "a",
        "1",
        " ",
        "(",
        "<b>",
        "not ",
        "in in ",
        "years the relocate 5 ",
        "a.B",
        "must live within ",
        "English (",
        "no, English ",
        "degree English ",
        "sales manager £5 ",
        "min. 5 ",
        "diversity, equity ",
        "& "
      })
  void hostileTextsTakeNoLongerThanOthers(String piece) {
    String text = piece.repeat(20_000 / piece.length());

    Assertions.assertTimeout(Duration.ofSeconds(2), () -> JobFacts.of(text));
  }

  private static String span(@Nullable BigDecimal min, @Nullable BigDecimal max) {
    return (min == null ? "" : min.toString()) + ".." + (max == null ? "" : max.toString());
  }

  private static Stream<Labelled> labelled(String file) throws IOException {
    try (InputStream in = Objects.requireNonNull(JobFactsTest.class.getResourceAsStream(file))) {
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines().filter(line -> !line.startsWith("#")).map(Labelled::of).toList().stream();
    }
  }
}
