package dev.rebound.analysis;

import dev.rebound.events.Theme;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Sets of themes against the sets that were to be found, over many texts. The codes that say that
 * no cause was given do not count, on either side.
 */
final class ThemeCounts {

  private static final Set<Theme> WITHOUT_CAUSE =
      EnumSet.of(Theme.UNSPECIFIED, Theme.STRONGER_CANDIDATE);
  private static final int MOST_CONFUSED = 10;

  private final String name;
  private final Counts all = new Counts();
  private final Map<Theme, Counts> byTheme = new EnumMap<>(Theme.class);
  private final Map<String, Integer> confused = new HashMap<>();

  ThemeCounts(String name) {
    this.name = name;
  }

  /**
   * Counts a text.
   *
   * @param expected the codes of the labels; one outside the list of themes counts as missed
   * @return how many are missing or too many
   */
  int count(Set<String> expected, Set<Theme> found) {
    int wrong = 0;
    Set<String> missed = new TreeSet<>(expected);
    Set<Theme> extra = EnumSet.noneOf(Theme.class);
    for (Theme theme : Theme.values()) {
      boolean wanted = missed.remove(theme.name());
      if (!WITHOUT_CAUSE.contains(theme)) {
        boolean there = found.contains(theme);
        all.count(wanted, there);
        byTheme.computeIfAbsent(theme, _ -> new Counts()).count(wanted, there);
        wrong += wanted == there ? 0 : 1;
        if (there && !wanted) {
          extra.add(theme);
        }
      }
    }
    for (int i = 0; i < missed.size(); i++) {
      all.count(true, false);
    }
    confuse(expected, found, extra);
    return wrong + missed.size();
  }

  private void confuse(Set<String> expected, Set<Theme> found, Set<Theme> extra) {
    for (String code : expected) {
      if (found.stream().noneMatch(theme -> theme.name().equals(code))) {
        if (extra.isEmpty()) {
          confused.merge(code + " read as nothing", 1, Integer::sum);
        }
        extra.forEach(theme -> confused.merge(code + " read as " + theme, 1, Integer::sum));
      }
    }
    if (expected.isEmpty()) {
      extra.forEach(theme -> confused.merge("nothing read as " + theme, 1, Integer::sum));
    }
  }

  /** Whether there was anything to find, or was found. */
  boolean occurs() {
    return all.occurs();
  }

  /** The figures, one per line. */
  String report() {
    StringBuilder report = new StringBuilder();
    List<Counts> occurring = byTheme.values().stream().filter(Counts::occurs).toList();
    double macro = occurring.stream().mapToDouble(Counts::f1).average().orElse(1);
    report.append(String.format(Locale.ROOT, "%-12s micro-%s%n", name, all.summary()));
    report.append(
        String.format(Locale.ROOT, "%-12s macro-F1 %.3f  (of %d)%n", "", macro, occurring.size()));
    byTheme.forEach((theme, counts) -> {
      if (counts.occurs()) {
        report.append(String.format(Locale.ROOT, "  %-22s %s%n", theme, counts.summary()));
      }
    });
    return report.toString();
  }

  /** What was taken for what, the most frequent first. */
  String confusion() {
    StringBuilder lines = new StringBuilder();
    confused.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_CONFUSED)
        .forEach(pair ->
            lines.append(
                String.format(Locale.ROOT, "  %3d  %s%n", pair.getValue(), pair.getKey())));
    return lines.toString();
  }
}
