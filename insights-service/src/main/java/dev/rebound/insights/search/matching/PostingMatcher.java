package dev.rebound.insights.search.matching;

import dev.rebound.events.Posting;
import dev.rebound.events.SearchProfile;
import dev.rebound.events.Seniority;
import dev.rebound.events.Workplace;
import dev.rebound.insights.search.Pay;
import dev.rebound.insights.search.matching.Match.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds postings against one profile. */
public final class PostingMatcher {

  private record Named(String name, Phrase phrase) {}

  private final SearchProfile profile;
  private final List<Named> titles;
  private final List<Named> preferred;
  private final List<Named> excluded;
  private final List<Named> places;
  private final List<Named> excludedPlaces;
  private final List<Named> industries;
  private final List<Named> excludedIndustries;
  private final Set<String> languages;
  private final Set<String> excludedLanguages;

  /** A matcher for this profile. */
  public PostingMatcher(SearchProfile profile) {
    this.profile = profile;
    this.titles = phrases(profile.titles());
    this.preferred = phrases(profile.preferredTerms());
    this.excluded = phrases(profile.excludedTerms());
    this.places = phrases(profile.locations());
    this.excludedPlaces = phrases(profile.excludedLocations());
    this.industries = phrases(profile.industries());
    this.excludedIndustries = phrases(profile.excludedIndustries());
    this.languages = canonical(profile.languages());
    this.excludedLanguages = canonical(profile.excludedLanguages());
  }

  /** Holds a posting of unknown age against the profile. */
  public Match match(Posting posting) {
    return match(posting, null);
  }

  /**
   * Holds a posting against the profile.
   *
   * @param ageDays how long ago it was posted, where that is known
   */
  public Match match(Posting posting, @Nullable Long ageDays) {
    List<String> against = new ArrayList<>();
    words(posting, against);
    languages(posting, against);
    place(posting, against);
    codes(posting, against);
    industry(posting, against);
    if (Pay.below(posting.salary(), profile.salary())) {
      against.add("It pays less than you look for.");
    }
    Integer oldest = profile.maxAgeDays();
    if (ageDays != null && oldest != null && ageDays > oldest) {
      against.add("It was posted " + ageDays + " days ago; you look for " + oldest + " at most.");
    }
    return against.isEmpty()
        ? new Match(Verdict.KEEP, inFavour(posting))
        : new Match(Verdict.SKIP, against);
  }

  private void words(Posting posting, List<String> against) {
    excluded.stream()
        .filter(term -> mentions(posting, term))
        .forEach(term -> against.add("It mentions “" + term.name() + "”, which you leave out."));
    if (!titles.isEmpty()
        && posting.title() != null
        && titles.stream().noneMatch(title -> title.phrase().in(posting.title()))) {
      against.add("Its title is none of those you look for.");
    }
  }

  private void languages(Posting posting, List<String> against) {
    if (languages.isEmpty() && excludedLanguages.isEmpty()) {
      return;
    }
    for (String language : Languages.askedFor(posting)) {
      if (excludedLanguages.contains(language)) {
        against.add("It asks for " + language + ", which you leave out.");
      } else if (!languages.isEmpty() && !languages.contains(language)) {
        against.add("It asks for " + language + ", which is none of your languages.");
      }
    }
  }

  private void place(Posting posting, List<String> against) {
    String location = posting.location();
    excludedPlaces.stream()
        .filter(place -> place.phrase().in(location))
        .forEach(place -> against.add("It is in " + place.name() + ", which you leave out."));
    if (location != null
        && !places.isEmpty()
        && posting.workplace() != Workplace.REMOTE
        && places.stream().noneMatch(place -> place.phrase().in(location))) {
      against.add("It is in none of the places you look for.");
    }
  }

  private void codes(Posting posting, List<String> against) {
    if (unwanted(posting.workplace(), profile.workplaces())) {
      against.add("It is " + words(posting.workplace()) + " work, which you do not look for.");
    }
    if (unwanted(posting.employmentType(), profile.employmentTypes())) {
      against.add("It is " + words(posting.employmentType()) + ", which you do not look for.");
    }
    Seniority level = Levels.of(posting).orElse(null);
    if (unwanted(level, profile.seniorities())) {
      against.add("Its level is " + words(level) + ", which you do not look for.");
    }
  }

  private void industry(Posting posting, List<String> against) {
    String industry = posting.industry();
    excludedIndustries.stream()
        .filter(named -> named.phrase().in(industry))
        .forEach(
            named -> against.add("Its industry is " + named.name() + ", which you leave out."));
    if (industry != null
        && !industries.isEmpty()
        && industries.stream().noneMatch(named -> named.phrase().in(industry))) {
      against.add("Its industry is none of those you look for.");
    }
  }

  private List<String> inFavour(Posting posting) {
    return preferred.stream()
        .filter(term -> mentions(posting, term))
        .map(term -> "It mentions “" + term.name() + "”, which you look for.")
        .toList();
  }

  private static boolean mentions(Posting posting, Named term) {
    return Stream.of(posting.title(), posting.company(), posting.description(), posting.industry())
        .filter(Objects::nonNull)
        .anyMatch(term.phrase()::in);
  }

  private static <E> boolean unwanted(@Nullable E code, @Nullable Collection<E> wanted) {
    return code != null && wanted != null && !wanted.isEmpty() && !wanted.contains(code);
  }

  private static String words(@Nullable Enum<?> code) {
    return code == null ? "" : code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static List<Named> phrases(@Nullable List<String> terms) {
    return Objects.requireNonNullElse(terms, List.<String>of()).stream()
        .map(term -> new Named(term, Phrase.anyOf(Aliases.of(term))))
        .toList();
  }

  private static Set<String> canonical(@Nullable List<String> names) {
    return Objects.requireNonNullElse(names, List.<String>of()).stream()
        .map(Languages::canonical)
        .collect(Collectors.toUnmodifiableSet());
  }
}
