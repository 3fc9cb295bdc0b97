package dev.rebound.insights;

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

  private PromQl() {}

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
