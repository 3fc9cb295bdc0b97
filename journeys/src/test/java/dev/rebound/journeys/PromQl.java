package dev.rebound.journeys;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the metrics that a PromQL expression asks for. */
final class PromQl {

  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");
  private static final Pattern LABELS = Pattern.compile("\\{[^}]*+}");
  private static final Pattern RANGE = Pattern.compile("\\[[^]]*+]");
  private static final Pattern GROUPING =
      Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*+\\)");
  private static final Pattern LABEL_VALUES =
      Pattern.compile("label_values\\(\\s*([a-zA-Z_:][a-zA-Z0-9_:]*+)\\s*,[^)]*+\\)");

  /** A word that is not called like a function and no part of a number or of a variable. */
  private static final Pattern NAME =
      Pattern.compile("(?<![\\w.$:])[a-zA-Z_:][a-zA-Z0-9_:]*+(?!\\s*\\()");

  private static final Set<String> WORDS =
      Set.of("and", "or", "unless", "bool", "offset", "inf", "nan", "start", "end");

  private static final Pattern SELECTOR =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*+)\\{([^}]*+)}");
  private static final Pattern EQUAL =
      Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*+)\\s*=\\s*(\"(?:[^\"\\\\]|\\\\.)*+\")");

  private PromQl() {}

  /**
   * A label that a metric must have with just this value.
   *
   * @param told how it stands in what a service tells: {@code name="value"}
   */
  record Label(String metric, String told) {}

  /**
   * The labels of an expression that are asked for by one value, dashboards' variables left out.
   */
  static Set<Label> labels(String expression) {
    Set<Label> labels = new LinkedHashSet<>();
    Matcher selector = SELECTOR.matcher(expression);
    while (selector.find()) {
      Matcher equal = EQUAL.matcher(selector.group(2));
      while (equal.find()) {
        if (!equal.group(2).contains("$")) {
          labels.add(new Label(selector.group(1), equal.group(1) + "=" + equal.group(2)));
        }
      }
    }
    return labels;
  }

  /** The names of the time series in an expression, or in a query for a dashboard's variable. */
  static Set<String> metrics(String expression) {
    String bare = LABEL_VALUES.matcher(expression).replaceAll("$1");
    for (Pattern part : new Pattern[] {TEXT, LABELS, RANGE, GROUPING}) {
      bare = part.matcher(bare).replaceAll(" ");
    }
    Set<String> names = new TreeSet<>();
    Matcher name = NAME.matcher(bare);
    while (name.find()) {
      if (!WORDS.contains(name.group())) {
        names.add(name.group());
      }
    }
    return names;
  }
}
