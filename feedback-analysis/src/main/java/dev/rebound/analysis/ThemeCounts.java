package dev.rebound.analysis;

import dev.rebound.events.Theme;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Sets of themes against the sets that were to be found, over many texts. The codes that say that
 * no cause was given do not count, on either side.
 */
final class ThemeCounts {

  private static final Map<String, Theme> CODES =
      Arrays.stream(Theme.values()).collect(Collectors.toMap(Theme::name, theme -> theme));
  private static final Set<String> WITHOUT_CAUSE =
      Set.of(Theme.UNSPECIFIED.name(), Theme.STRONGER_CANDIDATE.name());
  private static final String NOTHING = "nothing";
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
   * @param labels the codes of the labels; one outside the list of themes counts as missed
   * @return how many are missing or too many
   */
  int count(Set<String> labels, Set<Theme> read) {
    Set<String> expected = new TreeSet<>(labels);
    Set<String> found =
        read.stream().map(Theme::name).collect(Collectors.toCollection(TreeSet::new));
    expected.removeAll(WITHOUT_CAUSE);
    found.removeAll(WITHOUT_CAUSE);
    Set<String> either = new TreeSet<>(expected);
    either.addAll(found);
    for (String code : either) {
      all.count(expected.contains(code), found.contains(code));
      Theme theme = CODES.get(code);
      if (theme != null) {
        byTheme
            .computeIfAbsent(theme, _ -> new Counts())
            .count(expected.contains(code), found.contains(code));
      }
    }
    Set<String> missed = new TreeSet<>(expected);
    missed.removeAll(found);
    Set<String> extra = new TreeSet<>(found);
    extra.removeAll(expected);
    confuse(expected.isEmpty() ? Set.of(NOTHING) : missed, extra);
    return missed.size() + extra.size();
  }

  private void confuse(Set<String> missed, Set<String> extra) {
    for (String code : missed) {
      if (extra.isEmpty() && !code.equals(NOTHING)) {
        confused.merge(code + " read as " + NOTHING, 1, Integer::sum);
      }
      extra.forEach(other -> confused.merge(code + " read as " + other, 1, Integer::sum));
    }
  }

  /** Whether there was anything to find, or was found. */
  boolean occurs() {
    return all.occurs();
  }

  /** The figures, one per line. */
  String report() {
    StringBuilder report = new StringBuilder();
    double macro = byTheme.values().stream().mapToDouble(Counts::f1).average().orElse(1);
    report.append(String.format(Locale.ROOT, "%-12s micro-%s%n", name, all.summary()));
    report.append(
        String.format(Locale.ROOT, "%-12s macro-F1 %.3f  (of %d)%n", "", macro, byTheme.size()));
    byTheme.forEach((theme, counts) ->
        report.append(String.format(Locale.ROOT, "  %-22s %s%n", theme, counts.summary())));
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
