package dev.rebound.insights.handling;

import dev.rebound.chassis.http.Problems;
import dev.rebound.events.EmploymentType;
import dev.rebound.events.Posting;
import dev.rebound.events.Salary;
import dev.rebound.events.SalaryPeriod;
import dev.rebound.events.SearchProfile;
import dev.rebound.events.Seniority;
import dev.rebound.events.Workplace;
import dev.rebound.insights.search.SearchDecider;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of the commands and questions on a search, with their bounds. */
final class SearchRequests {

  private static final int LONGEST_TERM = 200;
  private static final int MOST = SearchDecider.LONGEST_LIST;
  private static final int MOST_CODES = 20;

  private SearchRequests() {}

  /** Says the whole of what is looked for; what is left out is not said. */
  record ProfileRequest(
      @Nullable @Size(max = MOST) List<@NotNull @Size(max = LONGEST_TERM) String> titles,
      @Nullable @Size(max = MOST) List<@NotNull @Size(max = LONGEST_TERM) String> preferredTerms,
      @Nullable @Size(max = MOST) List<@NotNull @Size(max = LONGEST_TERM) String> excludedTerms,
      @Nullable @Size(max = MOST) List<@NotNull @Size(max = LONGEST_TERM) String> locations,
      @Nullable @Size(max = MOST) List<@NotNull @Size(max = LONGEST_TERM) String> excludedLocations,
      @Nullable @Size(max = MOST_CODES) List<@NotNull Workplace> workplaces,
      @Nullable @Size(max = MOST_CODES) List<@NotNull EmploymentType> employmentTypes,
      @Nullable @Size(max = MOST_CODES) List<@NotNull Seniority> seniorities,
      @Nullable @Size(max = MOST) List<@NotNull @Size(max = LONGEST_TERM) String> languages,
      @Nullable @Size(max = MOST) List<@NotNull @Size(max = LONGEST_TERM) String> excludedLanguages,
      @Nullable @Size(max = MOST) List<@NotNull @Size(max = LONGEST_TERM) String> industries,
      @Nullable @Size(max = MOST)
          List<@NotNull @Size(max = LONGEST_TERM) String> excludedIndustries,
      @Nullable @Valid SalaryRequest salary,
      @Nullable @Min(1) @Max(1_000) Integer distanceKm,
      @Nullable @Min(1) @Max(365) Integer maxAgeDays) {

    SearchProfile profile() {
      return new SearchProfile(
          once(titles),
          once(preferredTerms),
          once(excludedTerms),
          once(locations),
          once(excludedLocations),
          once(workplaces),
          once(employmentTypes),
          once(seniorities),
          once(languages),
          once(excludedLanguages),
          once(industries),
          once(excludedIndustries),
          salary == null ? null : salary.salary("salary"),
          distanceKm,
          maxAgeDays);
    }

    private static <T> @Nullable List<T> once(@Nullable List<T> values) {
      return values == null ? null : values.stream().distinct().toList();
    }
  }

  /** Pay that is looked for or offered. */
  record SalaryRequest(
      @Nullable @DecimalMin("0") @Digits(integer = 12, fraction = 2) BigDecimal min,
      @Nullable @DecimalMin("0") @Digits(integer = 12, fraction = 2) BigDecimal max,
      @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be a currency code of three letters")
          String currency,
      @NotNull SalaryPeriod period) {

    /** The pay; fails with 400 where it names no amount or turns the bounds round. */
    Salary salary(String field) {
      if (min == null && max == null) {
        throw Problems.invalid(field, "must name min or max");
      }
      if (min != null && max != null && max.compareTo(min) < 0) {
        throw Problems.invalid(field + ".max", "must not be below min");
      }
      return new Salary(min, max, currency, period);
    }
  }

  /**
   * Takes a suggested change over. The body may be left out.
   *
   * @param value what the candidate made of the suggestion; null as it was suggested
   */
  record AcceptanceRequest(@Nullable @Size(max = LONGEST_TERM) String value) {}

  /** Wants nothing of a suggested change. The body may be left out. */
  record DismissalRequest(@Nullable @Size(max = 4_000) String reason) {}

  /** Postings to be held against the profile. */
  record MatchRequest(@NotNull @Size(max = 200) List<@NotNull @Valid PostingRequest> postings) {}

  /**
   * A posting, as far as it is known: what it does not say never rules it out.
   *
   * @param postedOn the day it was published, for a profile that wants nothing older
   */
  record PostingRequest(
      @Nullable @Size(max = LONGEST_TERM) String title,
      @Nullable @Size(max = LONGEST_TERM) String company,
      @Nullable @Size(max = 20_000) String description,
      @Nullable @Size(max = LONGEST_TERM) String location,
      @Nullable Workplace workplace,
      @Nullable EmploymentType employmentType,
      @Nullable Seniority seniority,
      @Nullable @Size(max = LONGEST_TERM) String industry,
      @Nullable @Size(max = 2_000) String url,
      @Nullable @Size(max = MOST_CODES) List<@NotNull @Size(max = 60) String> languages,
      @Nullable @Valid SalaryRequest salary,
      @Nullable LocalDate postedOn) {

    Posting posting(int index) {
      return new Posting(
          title,
          company,
          description,
          location,
          workplace,
          employmentType,
          seniority,
          industry,
          url,
          languages,
          salary == null ? null : salary.salary("postings[" + index + "].salary"));
    }
  }
}
