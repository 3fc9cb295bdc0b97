package dev.rebound.insights.search.export;

import dev.rebound.events.Salary;
import dev.rebound.events.SearchProfile;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A search in the words of schema.org's JobPosting: what a posting should have, and under {@code
 * not} in the same words what it should not.
 */
final class JsonExport {

  private JsonExport() {}

  static Exported of(SearchProfile profile) {
    Wanted wanted = new Wanted(profile);
    Map<String, Object> query = new LinkedHashMap<>();
    query.put("@context", "https://schema.org");
    query.put("@type", "JobPosting");
    put(query, "title", wanted.titles());
    put(query, "skills", wanted.preferred());
    put(query, "jobLocation", places(wanted.locations()));
    if (wanted.onlyRemote()) {
      query.put("jobLocationType", "TELECOMMUTE");
    }
    put(query, "employmentType", wanted.employmentTypes());
    put(query, "experienceRequirements", wanted.seniorities());
    put(query, "knowsLanguage", wanted.languages());
    put(query, "industry", wanted.industries());
    Salary salary = profile.salary();
    if (salary != null) {
      query.put("baseSalary", pay(salary));
    }
    Map<String, Object> not = new LinkedHashMap<>();
    put(not, "description", wanted.noneOf());
    put(not, "jobLocation", places(wanted.excludedLocations()));
    put(not, "knowsLanguage", wanted.excludedLanguages());
    put(not, "industry", wanted.excludedIndustries());
    put(query, "not", not);
    return new Exported(query, null, lost(wanted));
  }

  private static List<String> lost(Wanted wanted) {
    return new Lost()
        .note(
            !wanted.preferred().isEmpty(),
            "“skills” are words you prefer: a posting need not have them.")
        .remoteElsewhere(wanted.remoteAnywhere())
        .values("Where the work is done", wanted.onlyRemote() ? List.of() : wanted.workplaces())
        .value("The distance in km", wanted.profile().distanceKm())
        .value("The oldest posting in days", wanted.profile().maxAgeDays())
        .note(
            true,
            "Lists, “not” and “knowsLanguage” are an addition to schema.org: a list means any of it.")
        .sentences();
  }

  private static List<Map<String, Object>> places(List<String> names) {
    return names.stream()
        .map(name -> Map.<String, Object>of("@type", "Place", "address", name))
        .toList();
  }

  private static Map<String, Object> pay(Salary salary) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("@type", "QuantitativeValue");
    putIfSaid(value, "minValue", salary.min());
    putIfSaid(value, "maxValue", salary.max());
    value.put("unitText", salary.period());
    Map<String, Object> amount = new LinkedHashMap<>();
    amount.put("@type", "MonetaryAmount");
    amount.put("currency", salary.currency());
    amount.put("value", value);
    return amount;
  }

  private static void putIfSaid(Map<String, Object> map, String name, @Nullable Object value) {
    if (value != null) {
      map.put(name, value);
    }
  }

  private static void put(Map<String, Object> map, String name, Collection<?> values) {
    if (!values.isEmpty()) {
      map.put(name, values);
    }
  }

  private static void put(Map<String, Object> map, String name, Map<String, Object> values) {
    if (!values.isEmpty()) {
      map.put(name, values);
    }
  }
}
