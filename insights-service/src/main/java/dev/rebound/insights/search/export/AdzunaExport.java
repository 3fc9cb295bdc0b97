package dev.rebound.insights.search.export;

import dev.rebound.events.EmploymentType;
import dev.rebound.events.Salary;
import dev.rebound.events.SearchProfile;
import dev.rebound.insights.search.Pay;
import dev.rebound.insights.search.matching.Languages;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A search as the parameters of Adzuna's API, which leaves out exact single words only. */
final class AdzunaExport {

  private static final Predicate<String> ONE_WORD = term -> !term.contains(" ");

  private AdzunaExport() {}

  static Exported of(SearchProfile profile) {
    Wanted wanted = new Wanted(profile);
    List<String> anyOf = wanted.anyOf();
    boolean anywhere = wanted.locations().isEmpty();
    String flag =
        wanted.employmentTypes().size() == 1 ? flag(wanted.employmentTypes().getFirst()) : null;
    Parameters query =
        new Parameters()
            .add("what_phrase", anyOf.size() == 1 ? anyOf.getFirst() : null)
            .add("what_or", anyOf.size() > 1 ? String.join(" ", anyOf) : null)
            .add("what_exclude", String.join(" ", excluded(wanted)))
            .add("where", anywhere ? null : wanted.locations().getFirst())
            .add("distance", anywhere ? null : profile.distanceKm())
            .add("salary_min", pay(profile.salary()))
            .add("max_days_old", profile.maxAgeDays());
    if (flag != null) {
      query.add(flag, 1);
    }
    return new Exported(query.toString(), null, lost(wanted, flag == null));
  }

  private static Set<String> excluded(Wanted wanted) {
    Set<String> words = new LinkedHashSet<>();
    wanted.noneOf().stream().filter(ONE_WORD).forEach(words::add);
    wanted.excludedLanguages().stream()
        .flatMap(language -> Languages.names(language).stream())
        .filter(ONE_WORD)
        .forEach(words::add);
    return words;
  }

  private static List<String> lost(Wanted wanted, boolean employmentLost) {
    SearchProfile profile = wanted.profile();
    Lost lost =
        new Lost()
            .preferences(wanted)
            .note(
                wanted.anyOf().size() > 1,
                "Several titles or words are looked for word by word, not as they stand together.")
            .values(
                "Leaving out more than one word at a time",
                wanted.noneOf().stream().filter(ONE_WORD.negate()).toList())
            .note(
                !wanted.excludedLanguages().isEmpty(),
                "A language can only be left out as a word: postings that merely mention it are left out as well.")
            .values("More places than the first", wanted.locations().stream().skip(1).toList())
            .value(
                "A distance from no place",
                wanted.locations().isEmpty() ? profile.distanceKm() : null)
            .remoteElsewhere(wanted.remoteAnywhere())
            .values("Places to leave out", wanted.excludedLocations())
            .values("Where the work is done", wanted.workplaces())
            .values("The level", wanted.seniorities())
            .values("Languages you work in", wanted.languages())
            .values("Industries", wanted.industries())
            .values("Industries to leave out", wanted.excludedIndustries());
    if (employmentLost) {
      lost.values("The kind of employment", wanted.employmentTypes());
    }
    return lost.note(
            profile.salary() != null && profile.salary().min() != null,
            "The least pay is a figure a year in the currency of the country you search in.")
        .mostPay(profile.salary())
        .sentences();
  }

  private static @Nullable String flag(EmploymentType type) {
    return switch (type) {
      case FULL_TIME -> "full_time";
      case PART_TIME -> "part_time";
      case CONTRACT -> "contract";
      case TEMPORARY, INTERNSHIP -> null;
    };
  }

  private static @Nullable String pay(@Nullable Salary salary) {
    BigDecimal least = salary == null ? null : salary.min();
    return salary == null || least == null
        ? null
        : Pay.yearly(least, salary.period()).setScale(0, RoundingMode.CEILING).toPlainString();
  }
}
