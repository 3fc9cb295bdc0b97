package dev.rebound.insights.search;

import dev.rebound.events.SearchProfile;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What holds of every profile. */
final class ProfileRules {

  private ProfileRules() {}

  static boolean tooLong(SearchProfile profile) {
    return Stream.of(
            profile.titles(),
            profile.preferredTerms(),
            profile.excludedTerms(),
            profile.locations(),
            profile.excludedLocations(),
            profile.languages(),
            profile.excludedLanguages(),
            profile.industries(),
            profile.excludedIndustries())
        .filter(Objects::nonNull)
        .anyMatch(list -> list.size() > SearchDecider.LONGEST_LIST);
  }

  static boolean contradictory(SearchProfile profile, LanguageNames names) {
    return overlap(profile.preferredTerms(), profile.excludedTerms())
        || overlap(profile.titles(), profile.excludedTerms())
        || overlap(profile.locations(), profile.excludedLocations())
        || overlap(named(profile.languages(), names), named(profile.excludedLanguages(), names))
        || overlap(profile.industries(), profile.excludedIndustries());
  }

  private static boolean overlap(@Nullable List<String> wanted, @Nullable List<String> unwanted) {
    return wanted != null
        && unwanted != null
        && wanted.stream().anyMatch(word -> unwanted.stream().anyMatch(word::equalsIgnoreCase));
  }

  /** Languages by one name each, whatever they are called. */
  private static List<String> named(@Nullable List<String> languages, LanguageNames names) {
    return Objects.requireNonNullElse(languages, List.<String>of()).stream()
        .map(names::canonical)
        .toList();
  }
}
