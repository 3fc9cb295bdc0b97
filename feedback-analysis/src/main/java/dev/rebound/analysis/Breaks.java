package dev.rebound.analysis;

import dev.rebound.analysis.Token.Break;
import java.util.Locale;
import java.util.Set;

/** Tells how strongly a sign between two words keeps them apart. */
final class Breaks {

  private static final Set<String> ABBREVIATIONS =
      Set.of("e.g", "i.e", "eg", "ie", "mr", "mrs", "ms", "dr", "vs", "approx", "st");

  /** 'No. 3' is a number, and 'No.' an answer. */
  private static final String NUMBER = "no";

  private static final int LONGEST_LABEL = 3;
  private static final int LONGEST_VALUE = 2;

  /** In letters. What is longer has more words than that, and is not looked through. */
  private static final int LONGEST_PART = 100;

  /** What follows these says why, and is a claim of its own. */
  private static final Set<String> REASON =
      Set.of("reason", "reasons", "cause", "main reason", "the reason", "feedback", "reply");

  private final String text;

  Breaks(String text) {
    this.text = text;
  }

  /** The break that stands here. */
  Break at(int at) {
    char sign = text.charAt(at);
    return switch (sign) {
      case '.' -> fullStop(at);
      case '!', '?', '\u2026', '\u2022', '\u3002' -> Break.SENTENCE;
      case ':' -> labels(at) ? Break.NONE : Break.CLAUSE;
      case ';', '\u2013', '\u2014' -> Break.CLAUSE;
      case '-', '*' -> spaceAround(at) ? Break.CLAUSE : Break.NONE;
      case ',', '(', ')', '/' -> Break.COMMA;
      case '\n' -> lineEnd(at);
      default -> Break.NONE;
    };
  }

  /**
   * Whether a colon stands between the name of something and how it is, as in a score card: 'SQL:
   * weak', 'Weaknesses: English, estimates'. Longer parts are clauses of their own.
   */
  private boolean labels(int at) {
    int start = at;
    while (start > 0 && at - start <= LONGEST_PART && !endsPart(start - 1)) {
      start--;
    }
    int end = at + 1;
    while (end < text.length() && end - at <= LONGEST_PART && !endsPart(end)) {
      end++;
    }
    String label = text.substring(start, at).strip();
    return isOfWords(label, LONGEST_LABEL)
        && isOfWords(text.substring(at + 1, end).strip(), LONGEST_VALUE)
        && !REASON.contains(label.toLowerCase(Locale.ROOT));
  }

  private boolean endsPart(int at) {
    return ".,;\n".indexOf(text.charAt(at)) >= 0;
  }

  private static boolean isOfWords(String part, int most) {
    return !part.isEmpty() && part.length() < LONGEST_PART && part.split(" +").length <= most;
  }

  private Break fullStop(int at) {
    if (at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1))) {
      return Break.NONE;
    }
    int start = at;
    while (start > 0 && at - start < 7 && isAbbreviationSign(text.charAt(start - 1))) {
      start--;
    }
    String word = text.substring(start, at).toLowerCase(Locale.ROOT);
    boolean goesOn = word.equals(NUMBER) ? digitFollows(at + 1) : ABBREVIATIONS.contains(word);
    return goesOn ? Break.NONE : Break.SENTENCE;
  }

  private static boolean isAbbreviationSign(char sign) {
    return sign == '.' || Character.isLetter(sign);
  }

  private boolean digitFollows(int start) {
    int at = afterSpaces(start);
    return at < text.length() && Character.isDigit(text.charAt(at));
  }

  private int afterSpaces(int start) {
    int at = start;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  private boolean spaceAround(int at) {
    boolean before = at == 0 || Character.isWhitespace(text.charAt(at - 1));
    boolean after = at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
    return before && after;
  }

  /**
   * Mail wraps lines, so a line's end counts only before an empty line, an item or a capital; in a
   * mail that is quoted as well. Where a quote begins or ends, it always counts.
   */
  private Break lineEnd(int at) {
    int line = text.lastIndexOf('\n', at - 1) + 1;
    boolean quoted = afterQuoteMarks(line) > line;
    int next = afterQuoteMarks(at + 1);
    boolean quotes = next > at + 1;
    return quoted != quotes || next == text.length() || begins(text.codePointAt(next))
        ? Break.SENTENCE
        : Break.NONE;
  }

  private int afterQuoteMarks(int line) {
    int at = line;
    while (at < text.length() && text.charAt(at) == '>') {
      at = afterSpaces(at + 1);
    }
    return at;
  }

  /** Whether a line that goes on with this begins something; '+', ticks and emoji are bullets. */
  private static boolean begins(int point) {
    return switch (point) {
      case '\n', '\r', '-', '*' -> true;
      default ->
          Character.isUpperCase(point)
              || Character.isDigit(point)
              || Character.getType(point) == Character.MATH_SYMBOL
              || Character.getType(point) == Character.OTHER_SYMBOL;
    };
  }
}
