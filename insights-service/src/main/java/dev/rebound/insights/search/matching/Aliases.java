package dev.rebound.insights.search.matching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Other spellings of common words, in {@code search/aliases.txt}: who leaves out 'senior' means
 * 'Sr.' as well.
 */
public final class Aliases {

  private static final Map<String, List<String>> GROUPS = read();

  private Aliases() {}

  /** A term in all its spellings, itself first. */
  public static Set<String> of(String term) {
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(term.strip());
    spellings.addAll(GROUPS.getOrDefault(term.strip().toLowerCase(Locale.ROOT), List.of()));
    return spellings.stream()
        .collect(
            () -> new LinkedHashSet<>(),
            (all, spelling) -> {
              if (all.stream().noneMatch(spelling::equalsIgnoreCase)) {
                all.add(spelling);
              }
            },
            LinkedHashSet::addAll);
  }

  private static Map<String, List<String>> read() {
    Map<String, List<String>> groups = new HashMap<>();
    for (String line : WordList.read("aliases")) {
      List<String> group = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
      group.forEach(spelling -> groups.put(spelling, group));
    }
    return Map.copyOf(groups);
  }
}
