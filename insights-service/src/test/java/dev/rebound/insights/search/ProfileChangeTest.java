package dev.rebound.insights.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.RefinementKind;
import dev.rebound.events.SearchProfile;
import dev.rebound.events.Seniority;
import dev.rebound.events.Workplace;
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
    ProfileChange change = ProfileChange.of(kind, value).orElseThrow();

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
    assertThat(ProfileChange.of(kind, value)).isEmpty();
  }

  @Test
  void what_is_left_out_is_no_longer_looked_for() {
    SearchProfile profile =
        new ProfileEdit(SearchProfile.EMPTY).languages(List.of("German", "English")).profile();

    SearchProfile changed =
        ProfileChange.of(RefinementKind.LANGUAGE, "german").orElseThrow().applyTo(profile);

    assertThat(changed.languages()).containsExactly("English");
    assertThat(changed.excludedLanguages()).containsExactly("german");
  }

  @Test
  void levels_are_ranked() {
    assertThat(
            ProfileChange.of(RefinementKind.SENIORITY, "at most MID")
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
            ProfileChange.of(RefinementKind.WORKPLACE, "not ONSITE")
                .orElseThrow()
                .applyTo(profile)
                .workplaces())
        .containsExactly(Workplace.REMOTE);
  }

  @Test
  void pay_is_only_raised() {
    SearchProfile high =
        ProfileChange.of(RefinementKind.SALARY, "60000 EUR YEAR")
            .orElseThrow()
            .applyTo(SearchProfile.EMPTY);

    SearchProfile changed =
        ProfileChange.of(RefinementKind.SALARY, "52000 EUR YEAR").orElseThrow().applyTo(high);

    assertThat(changed.salary()).isNotNull().returns(new BigDecimal(60_000), pay -> pay.min());
  }
}
