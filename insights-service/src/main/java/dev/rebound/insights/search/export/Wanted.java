package dev.rebound.insights.search.export;

import dev.rebound.events.EmploymentType;
import dev.rebound.events.SearchProfile;
import dev.rebound.events.Seniority;
import dev.rebound.events.Workplace;
import dev.rebound.insights.search.matching.Aliases;
import dev.rebound.insights.search.matching.Languages;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A profile as exports read it: lists are never absent. */
record Wanted(SearchProfile profile) {

  List<String> titles() {
    return list(profile.titles());
  }

  List<String> preferred() {
    return list(profile.preferredTerms());
  }

  List<String> locations() {
    return list(profile.locations());
  }

  List<String> excludedLocations() {
    return list(profile.excludedLocations());
  }

  List<Workplace> workplaces() {
    return list(profile.workplaces());
  }

  List<EmploymentType> employmentTypes() {
    return list(profile.employmentTypes());
  }

  List<Seniority> seniorities() {
    return list(profile.seniorities());
  }

  List<String> languages() {
    return list(profile.languages());
  }

  List<String> excludedLanguages() {
    return list(profile.excludedLanguages());
  }

  List<String> industries() {
    return list(profile.industries());
  }

  List<String> excludedIndustries() {
    return list(profile.excludedIndustries());
  }

  /** What the words of a posting should have: the titles, or without any the preferred words. */
  List<String> anyOf() {
    return titles().isEmpty() ? preferred() : titles();
  }

  /** Excluded terms in all their spellings. */
  Set<String> noneOf() {
    Set<String> all = new LinkedHashSet<>();
    list(profile.excludedTerms()).forEach(term -> all.addAll(Aliases.of(term)));
    return all;
  }

  /** How postings ask for the excluded languages. */
  Set<String> askingForExcludedLanguages() {
    Set<String> phrases = new LinkedHashSet<>();
    for (String language : excludedLanguages()) {
      String name = Languages.canonical(language);
      phrases.add("fluent " + name);
      phrases.add("fluent in " + name);
      phrases.add("native " + name);
      phrases.add(name + " speaking");
      phrases.add(name + " speaker");
      phrases.add(name + " required");
    }
    return phrases;
  }

  boolean onlyRemote() {
    return workplaces().equals(List.of(Workplace.REMOTE));
  }

  /** Whether places are looked for, and remote work wherever it is. */
  boolean remoteAnywhere() {
    boolean remote = workplaces().isEmpty() || workplaces().contains(Workplace.REMOTE);
    return remote && !locations().isEmpty();
  }

  private static <T> List<T> list(@Nullable List<T> values) {
    return Objects.requireNonNullElse(values, List.of());
  }
}
