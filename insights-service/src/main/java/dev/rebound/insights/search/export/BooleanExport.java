package dev.rebound.insights.search.export;

import dev.rebound.events.SearchProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A search as a string with AND, OR and NOT. */
final class BooleanExport {

  private BooleanExport() {}

  static Exported of(SearchProfile profile) {
    Wanted wanted = new Wanted(profile);
    String demanded =
        Stream.of(
                Keywords.anyOf(wanted.anyOf()),
                Keywords.anyOf(wanted.locations()),
                Keywords.anyOf(wanted.industries()),
                wanted.onlyRemote() ? "remote" : "")
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" AND "));
    List<String> unwanted = new ArrayList<>(wanted.noneOf());
    unwanted.addAll(wanted.askingForExcludedLanguages());
    unwanted.addAll(wanted.excludedLocations());
    unwanted.addAll(wanted.excludedIndustries());
    List<String> lost =
        new Lost()
            .preferences(wanted)
            .note(
                !wanted.excludedLanguages().isEmpty(),
                "A language is left out by how postings usually ask for it, in English.")
            .note(
                !wanted.excludedLocations().isEmpty() || !wanted.excludedIndustries().isEmpty(),
                "Places and industries are left out as words: postings that merely mention them are left out as well.")
            .remoteElsewhere(wanted.remoteAnywhere())
            .value("The distance in km", profile.distanceKm())
            .values("Where the work is done", wanted.onlyRemote() ? List.of() : wanted.workplaces())
            .values("The kind of employment", wanted.employmentTypes())
            .values("The level", wanted.seniorities())
            .values("Languages you work in", wanted.languages())
            .pay(profile.salary())
            .value("The oldest posting in days", profile.maxAgeDays())
            .sentences();
    return new Exported(Keywords.joined(demanded, Keywords.noneOf("NOT ", unwanted)), null, lost);
  }
}
