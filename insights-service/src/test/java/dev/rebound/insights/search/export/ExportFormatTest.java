package dev.rebound.insights.search.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.EmploymentType;
import dev.rebound.events.Salary;
import dev.rebound.events.SalaryPeriod;
import dev.rebound.events.SearchProfile;
import dev.rebound.events.Seniority;
import dev.rebound.events.Workplace;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportFormatTest {

  private static final SearchProfile PROFILE =
      new SearchProfile(
          List.of("Harbour pilot", "Navigator"),
          List.of("tall ships"),
          List.of("senior", "night shift"),
          List.of("Turku", "Oulu"),
          List.of("Vaasa"),
          List.of(Workplace.HYBRID, Workplace.REMOTE),
          List.of(EmploymentType.FULL_TIME),
          List.of(Seniority.JUNIOR, Seniority.MID),
          List.of("English"),
          List.of("German"),
          List.of("Shipping"),
          List.of("Fishing"),
          new Salary(new BigDecimal("3000.50"), null, "EUR", SalaryPeriod.MONTH),
          30,
          14);

  @Test
  void adzuna_leaves_out_words_in_all_spellings_and_lists_the_rest() {
    Exported exported = ExportFormat.ADZUNA.export(PROFILE);

    Map<String, String> query = parameters(Objects.requireNonNull(exported.query()).toString());
    assertThat(query)
        .containsEntry("what_or", "Harbour pilot Navigator")
        .containsEntry("where", "Turku")
        .containsEntry("distance", "30")
        .containsEntry("salary_min", "36006")
        .containsEntry("max_days_old", "14")
        .containsEntry("full_time", "1");
    assertThat(query.getOrDefault("what_exclude", "").split(" "))
        .contains("senior", "sr", "German", "Deutsch")
        .doesNotContain("night", "shift");
    assertThat(exported.url()).isNull();
    assertThat(exported.lost())
        .contains(
            "Words you prefer cannot be said here: tall ships.",
            "Leaving out more than one word at a time cannot be said here: night shift.",
            "More places than the first cannot be said here: Oulu.",
            "Where the work is done cannot be said here: hybrid, remote.",
            "The level cannot be said here: junior, mid.");
  }

  @Test
  void linkedin_has_codes_for_workplace_employment_level_and_age() {
    Exported exported = ExportFormat.LINKEDIN.export(PROFILE);

    Map<String, String> query = ofAddress(exported);
    assertThat(exported.url()).startsWith("https://www.linkedin.com/jobs/search/?");
    assertThat(query)
        .containsEntry("location", "Turku")
        .containsEntry("f_WT", "2,3")
        .containsEntry("f_JT", "F")
        .containsEntry("f_E", "2,3,4")
        .containsEntry("f_TPR", "r1209600");
    assertThat(query.get("keywords"))
        .startsWith("(\"Harbour pilot\" OR \"Navigator\") NOT \"senior\"")
        .contains("NOT \"night shift\"", "NOT \"fluent German\"");
    assertThat(exported.lost())
        .contains(
            "The distance in km cannot be said here: 30.",
            "Industries to leave out cannot be said here: Fishing.",
            "The least pay cannot be said here.");
  }

  @Test
  void indeed_has_words_place_and_age_alone() {
    Exported exported = ExportFormat.INDEED.export(PROFILE);

    Map<String, String> query = ofAddress(exported);
    assertThat(query)
        .containsEntry("l", "Turku")
        .containsEntry("fromage", "14")
        .containsOnlyKeys("q", "l", "fromage");
    assertThat(query.get("q")).contains("-\"night shift\"");
    assertThat(exported.lost())
        .contains(
            "Where the work is done cannot be said here: hybrid, remote.",
            "The kind of employment cannot be said here: full time.",
            "The level cannot be said here: junior, mid.",
            "The least pay cannot be said here.");
  }

  @Test
  void indeed_calls_remote_work_a_place() {
    SearchProfile remote =
        new SearchProfile(
            null,
            null,
            null,
            null,
            null,
            List.of(Workplace.REMOTE),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    assertThat(ofAddress(ExportFormat.INDEED.export(remote))).containsEntry("l", "Remote");
  }

  @Test
  void a_boolean_string_groups_what_is_wanted_and_negates_the_rest() {
    Exported exported = ExportFormat.BOOLEAN.export(PROFILE);

    assertThat(Objects.requireNonNull(exported.query()).toString())
        .startsWith(
            "(\"Harbour pilot\" OR \"Navigator\") AND (\"Turku\" OR \"Oulu\") AND \"Shipping\"")
        .contains("NOT \"senior\"", "NOT \"Vaasa\"", "NOT \"Fishing\"");
    assertThat(exported.lost()).contains("The oldest posting in days cannot be said here: 14.");
  }

  @Test
  void json_speaks_schema_org() {
    Exported exported = ExportFormat.JSON.export(PROFILE);

    assertThat(exported.query())
        .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
        .containsEntry("@context", "https://schema.org")
        .containsEntry("@type", "JobPosting")
        .containsEntry("title", List.of("Harbour pilot", "Navigator"))
        .containsKeys("jobLocation", "baseSalary", "not");
    assertThat(exported.lost()).contains("The distance in km cannot be said here: 30.");
  }

  @Test
  void a_value_stays_in_its_place() {
    SearchProfile sly =
        new SearchProfile(
            List.of("Pilot\" OR \"x&l=Oulu"),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    assertThat(ofAddress(ExportFormat.INDEED.export(sly)))
        .containsOnly(Map.entry("q", "\"Pilot OR x&l=Oulu\""));
  }

  @ParameterizedTest
  @EnumSource
  void pay_is_said_or_lost(ExportFormat format) {
    Salary most = new Salary(null, new BigDecimal(5_000), "EUR", SalaryPeriod.MONTH);

    Exported exported = format.export(placed(List.of(), List.of(), most));

    if (format == ExportFormat.JSON) {
      assertThat(Objects.requireNonNull(exported.query()).toString()).contains("maxValue=5000");
    } else {
      assertThat(exported.lost())
          .contains("The most pay cannot be said here.")
          .noneMatch(sentence -> sentence.startsWith("The least pay"));
    }
  }

  @Test
  void adzuna_measures_no_distance_from_nowhere() {
    Exported exported = ExportFormat.ADZUNA.export(placed(List.of(), List.of(), null));

    assertThat(Objects.requireNonNull(exported.query()).toString()).doesNotContain("distance");
    assertThat(exported.lost()).contains("A distance from no place cannot be said here: 30.");
  }

  /** The profile takes remote work wherever it is; all but Indeed ask for the place as well. */
  @ParameterizedTest
  @EnumSource
  void remote_work_of_another_place_is_found_or_lost(ExportFormat format) {
    String lost = "Remote work is only found here where it names the place as well.";
    List<String> turku = List.of("Turku");

    List<String> remote = format.export(placed(turku, List.of(Workplace.REMOTE), null)).lost();
    List<String> onsite = format.export(placed(turku, List.of(Workplace.ONSITE), null)).lost();

    assertThat(remote.contains(lost)).isEqualTo(format != ExportFormat.INDEED);
    assertThat(onsite).doesNotContain(lost);
    assertThat(format.export(placed(turku, List.of(), null)).lost()).contains(lost);
  }

  @Test
  void json_says_that_no_posting_needs_the_words_that_are_preferred() {
    assertThat(ExportFormat.JSON.export(PROFILE).lost())
        .contains("“skills” are words you prefer: a posting need not have them.");
  }

  @ParameterizedTest
  @EnumSource
  void an_empty_profile_exports_to_an_empty_query(ExportFormat format) {
    Exported exported = format.export(SearchProfile.EMPTY);

    assertThat(exported.query() == null).isNotEqualTo(exported.url() == null);
  }

  /** Within 30 km. */
  private static SearchProfile placed(
      List<String> locations, List<Workplace> workplaces, @Nullable Salary salary) {
    return new SearchProfile(
        null,
        null,
        null,
        locations,
        null,
        workplaces,
        null,
        null,
        null,
        null,
        null,
        null,
        salary,
        30,
        null);
  }

  private static Map<String, String> ofAddress(Exported exported) {
    String url = Objects.requireNonNull(exported.url());
    return parameters(url.substring(url.indexOf('?') + 1));
  }

  private static Map<String, String> parameters(String query) {
    return Arrays.stream(query.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }
}
