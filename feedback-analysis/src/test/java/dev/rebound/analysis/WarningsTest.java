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
        "You were not a culture fit: you interrupted two colleagues in the pairing session.",
        "You looked ill-prepared for the questions on tax.",
        "You seemed tense and looked ill at ease in front of the class.",
        "You did not look well prepared for the case.",
        "Your original salary expectation lies above our band.",
        "You brought new momentum to the group, but your slides were unclear.",
        "You fitted the new motherboard wrongly.",
        "You disabled CSRF protection in the exercise.",
        "Your disabled tests hid the fault.",
        "You were chronically late with your tasks.",
        "Your layout breaks on tablets.",
        "The speed of your build was poor.",
        "Your health check returned 200 although the database was down.",
        "Your condition in the inner loop is inverted.",
        "Your rash decision in the simulation cost points.",
        "Your report had a breakdown of costs and no conclusion.",
        "Your argument was a little one-sided.",
        "The animation on your first page would be a distraction.",
        "Your plan was too aggressive for our market.",
        "Our offer was not attractive enough for you.",
        "Good-looking slides, but the figures were wrong.",
        "A variable name like that hides what it holds.",
        "You chose an exotic framework that nobody here knows.",
        "You knew little about exotic derivatives.",
        "The strongest stage of your application was the call, the task was weak.",
        "You took time to settle down, and your first answers rambled.",
        "Once you settled down, your answers were clear.",
        "It looks like 12 of 20 tests failed.",
        "You have two years left on your visa.",
        "You could not say how many years you have left on your permit.",
        "Your examples were too old.",
        "Our company is still young and cannot pay what you ask.",
        "Your belief that tests waste time worried us: you wrote none.",
        "As Christian said, your answers were vague.",
        "Your interviewer was Christian Weber, and he missed an example.",
        "We recently engaged an agency, so the post is closed.",
        "You replied after your annual leave, and the post was filled.",
        "You forgot to take the patient's medical history.",
        "You have spent three years in a hospital; we are a practice and need a generalist.",
        "You have no experience with chemotherapy.",
        "Your lesson was too hard for the age group.",
        "Your care plan left the family out.",
        "You do not have the childcare qualification.",
        "You left out the country of origin on the label.",
        "You did not consider cultural differences in the market plan.",
        "You did not say your name on the phone.",
        "You have little experience in divorce law.",
        "You were blind to the risks in your own plan.",
        "You have a family business behind you, but no experience in retail.",
        "You went into too much detail on the tools, with not enough detail on your own part.",
        "You talked too much in the group task, and the others hardly spoke.",
        "You are overqualified for the junior post but lack enough experience for the other."
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
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gender   | You are a woman, and the crew would not take that well.
          family   | You have three kids, and the job means travel.
          family   | You have a family, and you would be away four nights.
          family   | We heard that you are divorced, and that worries us.
          family   | You will want to settle down soon.
          age      | We do not hire people over 50.
          age      | You were born in 1962.
          age      | You look barely eighteen.
          age      | You are not in our age bracket.
          religion | We do not hire Muslims.
          religion | As a Christian you would not like our Sunday shifts.
          religion | Your faith would be a problem for the pupils.
          health   | You are blind, and our software has no screen reader.
          health   | Since your heart attack the night shifts would be too much.
          health   | You are disabled, and the office has stairs.
          health   | You are chronically ill and would often be away.
          health   | You had a breakdown last year.
          health   | You told us that you were on pills.
          health   | You looked ill at the interview.
          health   | Somebody of your build would not fit the cab.
          origin   | You are too exotic for our village.
          origin   | Nobody here could say your name.
          origin   | Cultural differences would make it hard for you here.
          private  | You are not attractive enough for the front desk.
          """)
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
