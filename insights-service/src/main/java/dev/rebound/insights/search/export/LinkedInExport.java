package dev.rebound.insights.search.export;

import dev.rebound.events.EmploymentType;
import dev.rebound.events.SearchProfile;
import dev.rebound.events.Seniority;
import dev.rebound.events.Workplace;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A search as an address of LinkedIn's job search. */
final class LinkedInExport {

  private static final String ADDRESS = "https://www.linkedin.com/jobs/search/?";
  private static final int SECONDS_A_DAY = 86_400;

  private LinkedInExport() {}

  static Exported of(SearchProfile profile) {
    Wanted wanted = new Wanted(profile);
    String keywords =
        Keywords.joined(
            Keywords.anyOf(wanted.anyOf()),
            Keywords.noneOf("NOT ", wanted.noneOf()),
            Keywords.noneOf("NOT ", wanted.askingForExcludedLanguages()));
    Parameters parameters =
        new Parameters()
            .add("keywords", keywords)
            .add("location", wanted.locations().isEmpty() ? null : wanted.locations().getFirst())
            .add("f_WT", codes(wanted.workplaces(), LinkedInExport::workplace))
            .add("f_JT", codes(wanted.employmentTypes(), LinkedInExport::employment))
            .add("f_E", codes(wanted.seniorities(), LinkedInExport::level))
            .add("f_TPR", age(profile.maxAgeDays()));
    List<String> lost =
        new Lost()
            .preferences(wanted)
            .note(
                !wanted.seniorities().isEmpty(),
                "The levels there are coarser: yours find the neighbouring ones as well.")
            .note(
                !wanted.excludedLanguages().isEmpty(),
                "A language is left out by how postings usually ask for it, in English.")
            .values("More places than the first", wanted.locations().stream().skip(1).toList())
            .remoteElsewhere(wanted.remoteAnywhere())
            .values("Places to leave out", wanted.excludedLocations())
            .value("The distance in km", profile.distanceKm())
            .values("Languages you work in", wanted.languages())
            .values("Industries", wanted.industries())
            .values("Industries to leave out", wanted.excludedIndustries())
            .pay(profile.salary())
            .sentences();
    return new Exported(null, ADDRESS + parameters, lost);
  }

  private static <E> String codes(List<E> values, Function<E, String> code) {
    return values.stream()
        .map(code)
        .flatMap(codes -> Arrays.stream(codes.split(",", -1)))
        .distinct()
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static String workplace(Workplace workplace) {
    return switch (workplace) {
      case ONSITE -> "1";
      case REMOTE -> "2";
      case HYBRID -> "3";
    };
  }

  private static String employment(EmploymentType type) {
    return switch (type) {
      case FULL_TIME -> "F";
      case PART_TIME -> "P";
      case CONTRACT -> "C";
      case TEMPORARY -> "T";
      case INTERNSHIP -> "I";
    };
  }

  /** 1 internship, 2 entry, 3 associate, 4 mid-senior, 5 director, 6 executive. */
  private static String level(Seniority seniority) {
    return switch (seniority) {
      case INTERN -> "1";
      case JUNIOR -> "2";
      case MID -> "3,4";
      case SENIOR -> "4";
      case LEAD -> "4,5";
      case EXECUTIVE -> "5,6";
    };
  }

  private static @Nullable String age(@Nullable Integer days) {
    return days == null ? null : "r" + (long) days * SECONDS_A_DAY;
  }
}
