package dev.rebound.analysis.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a paragraph into sentences, and a run-on list into its items. */
final class Sentences {

  /** A longer sentence may be a list whose line breaks were lost. */
  private static final int LONG = 160;

  /** Not behind 'min. 5' and the German 'mind. 5'; an 'open mind.' ends a sentence. */
  private static final Pattern END =
      Pattern.compile(
          "(?<=[.!?…])[\"”’)]?\\s+(?=[\"“‘(]?(?:\\p{Lu}|"
              + "\\d(?<!\\b(?i:min|max|(?<!open )mind)\\.\\s\\d)))|(?<=[;])\\s+(?=\\p{Lu})");

  private static final Pattern ABBREVIATED =
      Pattern.compile(
          "(?:^|[\\s(])(?:e\\.g|i\\.e|etc|incl|inc|ltd|corp|co|dr|mr|mrs|ms|sr|jr|st|vs|approx|"
              + "z\\.b|bzw|ca|inkl|ggf|\\p{L}\\.\\p{L}|\\p{Lu})\\.$",
          Pattern.CASE_INSENSITIVE);

  /** Words that an item of a list begins with; not so after what leads on to it. */
  private static final Pattern STARTS =
      Pattern.compile(
          "(?<=[\\p{Ll}\\d)%])[ ,]+(?=(?:"
              + Verbs.ALTERNATIVES
              + ") \\p{Ll}|(?:Ability|Knowledge|Experience|Experienced|Must|Understanding|Strong|"
              + "Excellent|"
              + "Proven|Proficien\\p{Ll}+|Famil\\p{Ll}+|Responsible|Currently|Working knowledge|"
              + "Solid|"
              + "Outstanding|Demonstrated|Bachelor\\S*|Degree|Very good) \\p{Ll})");

  private static final Pattern LEADS_ON =
      Pattern.compile(
          "(?:^|\\s)(?:and|or|to|of|the|a|an|with|for|in|on|by|as|from|at|our|your|&|"
              + "\\p{Lu}\\S*)$");

  private Sentences() {}

  /** The sentences of a paragraph, in order, none blank. */
  static List<String> of(String paragraph) {
    List<String> sentences = new ArrayList<>();
    for (String sentence : split(paragraph, END, ABBREVIATED)) {
      if (sentence.length() > LONG) {
        sentences.addAll(split(sentence, STARTS, LEADS_ON));
      } else {
        sentences.add(sentence);
      }
    }
    return sentences;
  }

  /** Splits at every match that is not preceded by what holds the two sides together. */
  private static List<String> split(String text, Pattern at, Pattern unlessAfter) {
    List<String> parts = new ArrayList<>();
    Matcher gap = at.matcher(text);
    int from = 0;
    while (gap.find()) {
      String part = text.substring(from, gap.start());
      if (!unlessAfter.matcher(tail(part)).find()) {
        parts.add(part.strip());
        from = gap.end();
      }
    }
    parts.add(text.substring(from).strip());
    parts.removeIf(String::isBlank);
    return parts;
  }

  private static String tail(String part) {
    return part.substring(Math.max(0, part.length() - 24));
  }
}
