package dev.rebound.insights.search.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.EmploymentType;
import dev.rebound.events.Posting;
import dev.rebound.events.Salary;
import dev.rebound.events.SalaryPeriod;
import dev.rebound.events.SearchProfile;
import dev.rebound.events.Seniority;
import dev.rebound.events.Workplace;
import dev.rebound.insights.search.matching.Match.Verdict;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostingMatcherTest {

  private static final SearchProfile PROFILE =
      new SearchProfile(
          List.of("Pilot", "Navigator"),
          List.of("tall ships"),
          List.of("senior", "night shift"),
          List.of("Turku"),
          List.of("Vaasa"),
          List.of(Workplace.HYBRID, Workplace.REMOTE),
          List.of(EmploymentType.FULL_TIME),
          List.of(Seniority.JUNIOR, Seniority.MID),
          List.of("English", "Swedish"),
          List.of("German"),
          null,
          List.of("Fishing"),
          new Salary(new BigDecimal(3_000), null, "EUR", SalaryPeriod.MONTH),
          null,
          14);

  @Test
  void what_a_posting_does_not_say_never_rules_it_out() {
    assertThat(new PostingMatcher(PROFILE).match(posting(null, null, null)))
        .isEqualTo(new Match(Verdict.KEEP, List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Pilot           | sails tall ships                  | Turku | KEEP",
        "Harbour pilots  |                                   | Turku | KEEP",
        "Gardener        |                                   | Turku | SKIP",
        "Sr. Pilot       |                                   | Turku | SKIP",
        "Pilot           | works night-shifts                | Turku | SKIP",
        "Pilot           | works by night                    | Turku | KEEP",
        "Pilot           | fluent German is a must           | Turku | SKIP",
        "Pilot           | No German required                | Turku | KEEP",
        "Pilot           | Knowledge of German is a plus     | Turku | KEEP",
        "Pilot           | serves the German market          | Turku | KEEP",
        "Pilot           | fluent Finnish is a must          | Turku | SKIP",
        "Pilot           | fluent Swedish is a must          | Turku | KEEP",
        "Pilot           |                                   | Oulu  | SKIP",
        "Pilot           |                                   | Vaasa | SKIP",
      })
  void words_places_and_languages_decide(
      String title, @Nullable String description, String location, Verdict verdict) {
    assertThat(new PostingMatcher(PROFILE).match(posting(title, description, location)).verdict())
        .isEqualTo(verdict);
  }

  @Test
  void codes_and_industries_decide() {
    Posting posting =
        new Posting(
            "Pilot",
            null,
            null,
            null,
            Workplace.ONSITE,
            EmploymentType.CONTRACT,
            Seniority.LEAD,
            "Fishing",
            null,
            null,
            null);

    assertThat(new PostingMatcher(PROFILE).match(posting).reasons())
        .containsExactly(
            "It is onsite work, which you do not look for.",
            "It is contract, which you do not look for.",
            "Its level is lead, which you do not look for.",
            "Its industry is Fishing, which you leave out.");
  }

  /** 3000 a month are 36000 a year. */
  @ParameterizedTest
  @CsvSource({
    "35999, EUR, YEAR, SKIP",
    "36000, EUR, YEAR, KEEP",
    "17, EUR, HOUR, SKIP",
    "18, EUR, HOUR, KEEP",
    "10, SEK, YEAR, KEEP",
  })
  void pay_is_compared_by_the_year(
      BigDecimal most, String currency, SalaryPeriod period, Verdict verdict) {
    Posting posting =
        new Posting(
            "Pilot",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            new Salary(BigDecimal.ONE, most, currency, period));

    assertThat(new PostingMatcher(PROFILE).match(posting).verdict()).isEqualTo(verdict);
  }

  @Test
  void what_is_too_old_is_skipped() {
    PostingMatcher matcher = new PostingMatcher(PROFILE);

    assertThat(matcher.match(posting("Pilot", null, null), 14L).verdict()).isEqualTo(Verdict.KEEP);
    assertThat(matcher.match(posting("Pilot", null, null), 15L).verdict()).isEqualTo(Verdict.SKIP);
  }

  @Test
  void says_what_speaks_for_it() {
    assertThat(new PostingMatcher(PROFILE).match(posting("Pilot", "on tall ships", null)).reasons())
        .containsExactly("It mentions “tall ships”, which you look for.");
  }

  private static Posting posting(
      @Nullable String title, @Nullable String description, @Nullable String location) {
    return new Posting(
        title, null, description, location, null, null, null, null, null, null, null);
  }
}
