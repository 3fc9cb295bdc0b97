package dev.rebound.insights.search.refinements;

import dev.rebound.events.SearchProfile;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One field in which two profiles differ.
 *
 * @param field by its name in the profile
 */
public record ProfileDifference(String field, @Nullable Object before, @Nullable Object after) {

  private record Field(String name, Function<SearchProfile, @Nullable Object> value) {}

  private static final List<Field> FIELDS =
      List.of(
          new Field("titles", SearchProfile::titles),
          new Field("preferredTerms", SearchProfile::preferredTerms),
          new Field("excludedTerms", SearchProfile::excludedTerms),
          new Field("locations", SearchProfile::locations),
          new Field("excludedLocations", SearchProfile::excludedLocations),
          new Field("workplaces", SearchProfile::workplaces),
          new Field("employmentTypes", SearchProfile::employmentTypes),
          new Field("seniorities", SearchProfile::seniorities),
          new Field("languages", SearchProfile::languages),
          new Field("excludedLanguages", SearchProfile::excludedLanguages),
          new Field("industries", SearchProfile::industries),
          new Field("excludedIndustries", SearchProfile::excludedIndustries),
          new Field("salary", SearchProfile::salary),
          new Field("distanceKm", SearchProfile::distanceKm),
          new Field("maxAgeDays", SearchProfile::maxAgeDays));

  /** All fields in which they differ. */
  static List<ProfileDifference> between(SearchProfile before, SearchProfile after) {
    return FIELDS.stream()
        .flatMap(field -> {
          @Nullable Object was = field.value().apply(before);
          @Nullable Object is = field.value().apply(after);
          return Objects.equals(was, is)
              ? Stream.<ProfileDifference>empty()
              : Stream.of(new ProfileDifference(field.name(), was, is));
        })
        .toList();
  }
}
