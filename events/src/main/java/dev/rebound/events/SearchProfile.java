package dev.rebound.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the candidate looks for: the state of the search after every accepted refinement.
 *
 * @param titles any of these titles
 * @param preferredTerms words that speak for a posting
 * @param excludedTerms words that rule a posting out
 * @param languages spoken languages the candidate works in; empty means not said
 * @param excludedLanguages spoken languages a posting must not require
 * @param maxAgeDays postings older than this are left out
 * @param distanceKm how far from a location
 */
public record SearchProfile(
    @Personal @Nullable List<String> titles,
    @Personal @Nullable List<String> preferredTerms,
    @Personal @Nullable List<String> excludedTerms,
    @Personal @Nullable List<String> locations,
    @Personal @Nullable List<String> excludedLocations,
    @Nullable List<Workplace> workplaces,
    @Nullable List<EmploymentType> employmentTypes,
    @Nullable List<Seniority> seniorities,
    @Personal @Nullable List<String> languages,
    @Personal @Nullable List<String> excludedLanguages,
    @Personal @Nullable List<String> industries,
    @Personal @Nullable List<String> excludedIndustries,
    @Nullable Salary salary,
    @Nullable Integer distanceKm,
    @Nullable Integer maxAgeDays) {

  /** The profile of a candidate who has not said anything yet. */
  public static final SearchProfile EMPTY =
      new SearchProfile(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

  public SearchProfile {
    titles = copy(titles);
    preferredTerms = copy(preferredTerms);
    excludedTerms = copy(excludedTerms);
    locations = copy(locations);
    excludedLocations = copy(excludedLocations);
    workplaces = copy(workplaces);
    employmentTypes = copy(employmentTypes);
    seniorities = copy(seniorities);
    languages = copy(languages);
    excludedLanguages = copy(excludedLanguages);
    industries = copy(industries);
    excludedIndustries = copy(excludedIndustries);
  }

  private static <T> List<T> copy(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
