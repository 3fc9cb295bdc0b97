package dev.rebound.insights.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.RefinementKind;
import dev.rebound.events.SearchProfile;
import dev.rebound.events.Seniority;
import dev.rebound.events.Workplace;
import dev.rebound.insights.search.matching.Languages;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileChangeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EXCLUDE_TERM    | on call",
        "PREFER_TERM     | boats",
        "LANGUAGE        | German",
        "LOCATION        | Turku",
        "INDUSTRY        | Gambling",
        "SENIORITY       | at most MID",
        "WORKPLACE       | not ONSITE",
        "EMPLOYMENT_TYPE | FULL_TIME, PART_TIME",
        "SALARY          | 52000 EUR YEAR",
      })
  void applied_twice_is_applied_once(RefinementKind kind, String value) {
    ProfileChange change = ProfileChange.of(kind, value, Languages::canonical).orElseThrow();

    SearchProfile once = change.applyTo(SearchProfile.EMPTY);

    assertThat(once).isNotEqualTo(SearchProfile.EMPTY);
    assertThat(change.applyTo(once)).isEqualTo(once);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SENIORITY       | GURU",
        "WORKPLACE       | at most REMOTE",
        "EMPLOYMENT_TYPE | ' '",
        "SALARY          | a lot",
        "SALARY          | 52000",
      })
  void a_value_of_another_form_says_nothing(RefinementKind kind, String value) {
    assertThat(ProfileChange.of(kind, value, Languages::canonical)).isEmpty();
  }

  @Test
  void what_is_left_out_is_no_longer_looked_for() {
    SearchProfile profile =
        new ProfileEdit(SearchProfile.EMPTY).languages(List.of("German", "English")).profile();

    SearchProfile changed =
        ProfileChange.of(RefinementKind.LANGUAGE, "german", Languages::canonical)
            .orElseThrow()
            .applyTo(profile);

    assertThat(changed.languages()).containsExactly("English");
    assertThat(changed.excludedLanguages()).containsExactly("german");
  }

  @Test
  void levels_are_ranked() {
    assertThat(
            ProfileChange.of(RefinementKind.SENIORITY, "at most MID", Languages::canonical)
                .orElseThrow()
                .applyTo(SearchProfile.EMPTY)
                .seniorities())
        .containsExactly(Seniority.INTERN, Seniority.JUNIOR, Seniority.MID);
  }

  @Test
  void a_code_is_taken_out_of_those_that_are_looked_for() {
    SearchProfile profile =
        new ProfileEdit(SearchProfile.EMPTY)
            .workplaces(List.of(Workplace.ONSITE, Workplace.REMOTE))
            .profile();

    assertThat(
            ProfileChange.of(RefinementKind.WORKPLACE, "not ONSITE", Languages::canonical)
                .orElseThrow()
                .applyTo(profile)
                .workplaces())
        .containsExactly(Workplace.REMOTE);
  }

  @Test
  void pay_is_only_raised() {
    SearchProfile high =
        ProfileChange.of(RefinementKind.SALARY, "60000 EUR YEAR", Languages::canonical)
            .orElseThrow()
            .applyTo(SearchProfile.EMPTY);

    SearchProfile changed =
        ProfileChange.of(RefinementKind.SALARY, "52000 EUR YEAR", Languages::canonical)
            .orElseThrow()
            .applyTo(high);

    assertThat(changed.salary()).isNotNull().returns(new BigDecimal(60_000), pay -> pay.min());
  }

  /** 6000 a month are 72000 a year, and 40 an hour are 83200. */
  @ParameterizedTest
  @CsvSource({
    "6000 EUR MONTH, 61000 EUR YEAR, 6000 EUR MONTH",
    "6000 EUR MONTH, 72000 EUR YEAR, 6000 EUR MONTH",
    "6000 EUR MONTH, 73000 EUR YEAR, 73000 EUR YEAR",
    "61000 EUR YEAR, 6000 EUR MONTH, 6000 EUR MONTH",
    "40 EUR HOUR, 80000 EUR YEAR, 40 EUR HOUR",
    "6000 EUR MONTH, 99000 SEK YEAR, 6000 EUR MONTH",
  })
  void pay_is_raised_by_the_year_and_left_alone_in_another_currency(
      String looked, String suggested, String then) {
    SearchProfile profile =
        ProfileChange.of(RefinementKind.SALARY, looked, Languages::canonical)
            .orElseThrow()
            .applyTo(SearchProfile.EMPTY);

    SearchProfile changed =
        ProfileChange.of(RefinementKind.SALARY, suggested, Languages::canonical)
            .orElseThrow()
            .applyTo(profile);

    assertThat(changed.salary()).isEqualTo(LeastPay.parse(then).orElseThrow());
  }

  @Test
  void a_term_that_is_left_out_is_no_title_to_look_for() {
    SearchProfile profile =
        new ProfileEdit(SearchProfile.EMPTY)
            .titles(List.of("Technical support", "Technical support lead"))
            .profile();

    SearchProfile changed =
        ProfileChange.of(RefinementKind.EXCLUDE_TERM, "technical support", Languages::canonical)
            .orElseThrow()
            .applyTo(profile);

    assertThat(changed.titles()).containsExactly("Technical support lead");
    assertThat(changed.excludedTerms()).containsExactly("technical support");
  }

  @ParameterizedTest
  @CsvSource({"de, German", "German, de", "Deutsch, German"})
  void a_language_is_the_same_by_any_name(String wanted, String leftOut) {
    SearchProfile profile =
        new ProfileEdit(SearchProfile.EMPTY).languages(List.of(wanted, "en")).profile();

    SearchProfile changed =
        ProfileChange.of(RefinementKind.LANGUAGE, leftOut, Languages::canonical)
            .orElseThrow()
            .applyTo(profile);

    assertThat(changed.languages()).containsExactly("en");
    assertThat(changed.excludedLanguages()).containsExactly(leftOut);
    assertThat(
            ProfileChange.of(RefinementKind.LANGUAGE, wanted, Languages::canonical)
                .orElseThrow()
                .applyTo(changed))
        .isEqualTo(changed);
  }
}
