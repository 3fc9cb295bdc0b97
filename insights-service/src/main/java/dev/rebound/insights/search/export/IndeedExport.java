package dev.rebound.insights.search.export;

import dev.rebound.events.SearchProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A search as an address of Indeed's job search. */
final class IndeedExport {

  private static final String ADDRESS = "https://www.indeed.com/jobs?";

  private IndeedExport() {}

  static Exported of(SearchProfile profile) {
    Wanted wanted = new Wanted(profile);
    String words =
        Keywords.joined(
            Keywords.anyOf(wanted.anyOf()),
            Keywords.noneOf("-", wanted.noneOf()),
            Keywords.noneOf("-", wanted.askingForExcludedLanguages()));
    Parameters parameters =
        new Parameters()
            .add("q", words)
            .add("l", place(wanted))
            .add("fromage", profile.maxAgeDays());
    List<String> lost =
        new Lost()
            .preferences(wanted)
            .note(
                !wanted.excludedLanguages().isEmpty(),
                "A language is left out by how postings usually ask for it, in English.")
            .values(
                wanted.onlyRemote() ? "Places beside remote work" : "More places than the first",
                wanted.locations().stream().skip(wanted.onlyRemote() ? 0 : 1).toList())
            .remoteElsewhere(wanted.remoteAnywhere() && !wanted.onlyRemote())
            .values("Places to leave out", wanted.excludedLocations())
            .value("The distance in km", profile.distanceKm())
            .values("Where the work is done", wanted.onlyRemote() ? List.of() : wanted.workplaces())
            .values("The kind of employment", wanted.employmentTypes())
            .values("The level", wanted.seniorities())
            .values("Languages you work in", wanted.languages())
            .values("Industries", wanted.industries())
            .values("Industries to leave out", wanted.excludedIndustries())
            .pay(profile.salary())
            .sentences();
    return new Exported(null, ADDRESS + parameters, lost);
  }

  private static @Nullable String place(Wanted wanted) {
    if (wanted.onlyRemote()) {
      return "Remote";
    }
    return wanted.locations().isEmpty() ? null : wanted.locations().getFirst();
  }
}
