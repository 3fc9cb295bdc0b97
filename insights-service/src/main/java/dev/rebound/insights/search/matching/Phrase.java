package dev.rebound.insights.search.matching;

import java.util.Arrays;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A word or a few to be found in a text: whole words, in any case, joined by space or hyphen, the
 * last one with or without a plural s.
 */
final class Phrase {

  private static final String NOT_WITHIN_A_WORD = "(?<![\\p{L}\\p{N}])";
  // 'C' is not found in 'C++' nor in 'C#'.
  private static final String ENDS_A_WORD = "(?![\\p{L}\\p{N}+#])";
  private static final int LONG_ENOUGH_FOR_A_PLURAL = 4;

  private final Pattern pattern;

  private Phrase(Pattern pattern) {
    this.pattern = pattern;
  }

  /** A phrase in any of these spellings. */
  static Phrase anyOf(Collection<String> spellings) {
    String either = spellings.stream().map(Phrase::expression).collect(Collectors.joining("|"));
    return new Phrase(
        Pattern.compile(
            NOT_WITHIN_A_WORD + "(?:" + either + ")" + ENDS_A_WORD,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
  }

  boolean in(@Nullable String text) {
    return text != null && pattern.matcher(text).find();
  }

  private static String expression(String spelling) {
    String joined =
        Arrays.stream(spelling.strip().split("[\\s-]+"))
            .map(Pattern::quote)
            .collect(Collectors.joining("[\\s-]+"));
    boolean plural =
        spelling.length() >= LONG_ENOUGH_FOR_A_PLURAL
            && Character.isLetter(spelling.charAt(spelling.length() - 1));
    return plural ? joined + "s?" : joined;
  }
}
