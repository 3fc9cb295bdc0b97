package dev.rebound.analysis;

import dev.rebound.analysis.Token.Break;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a text into words in one pass. Whatever is not a letter or a digit (emoji, control
 * characters, halves of surrogate pairs) only keeps words apart.
 */
final class Tokens {

  /** A word longer than this is no word; its tail is dropped so that look-ups stay short. */
  private static final int LONGEST_WORD = 40;

  private static final Set<String> ABBREVIATIONS =
      Set.of("e.g", "i.e", "eg", "ie", "mr", "mrs", "ms", "dr", "vs", "approx", "st", "no");

  private static final int LONGEST_LABEL = 3;
  private static final int LONGEST_VALUE = 2;

  /** In letters. What is longer has more words than that, and is not looked through. */
  private static final int LONGEST_PART = 100;

  /** What follows these says why, and is a claim of its own. */
  private static final Set<String> REASON =
      Set.of("reason", "reasons", "cause", "main reason", "the reason", "feedback", "reply");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private Break pending = Break.SENTENCE;

  private Tokens(String text) {
    this.text = text;
  }

  static List<Token> of(String text) {
    Tokens tokens = new Tokens(text);
    tokens.scan();
    return tokens.tokens;
  }

  private void scan() {
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (Character.isLetterOrDigit(point)) {
        int end = wordEnd(at);
        addWord(at, end);
        at = end;
      } else {
        raise(breakAt(at));
        at += Character.charCount(point);
      }
    }
  }

  private void raise(Break found) {
    if (found.compareTo(pending) > 0) {
      pending = found;
    }
  }

  private int wordEnd(int start) {
    int at = start;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      boolean inner =
          isApostrophe(point)
              && at + 1 < text.length()
              && Character.isLetter(text.codePointAt(at + 1));
      boolean sign = (point == '+' || point == '#') && at > start;
      if (!Character.isLetterOrDigit(point) && !inner && !sign) {
        return at;
      }
      at += Character.charCount(point);
    }
    return at;
  }

  private static boolean isApostrophe(int point) {
    return point == '\'' || point == '\u2019';
  }

  private Break breakAt(int at) {
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
    return ABBREVIATIONS.contains(word) ? Break.NONE : Break.SENTENCE;
  }

  private static boolean isAbbreviationSign(char sign) {
    return sign == '.' || Character.isLetter(sign);
  }

  private boolean spaceAround(int at) {
    boolean before = at == 0 || Character.isWhitespace(text.charAt(at - 1));
    boolean after = at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
    return before && after;
  }

  /** Mail wraps lines, so a line's end counts only before an empty line, a bullet or a capital. */
  private Break lineEnd(int at) {
    if (at + 1 == text.length()) {
      return Break.SENTENCE;
    }
    char next = text.charAt(at + 1);
    boolean starts =
        Character.isUpperCase(next)
            || next == '\n'
            || next == '\r'
            || next == '-'
            || next == '*'
            || Character.isDigit(next);
    return starts ? Break.SENTENCE : Break.NONE;
  }

  private void addWord(int start, int end) {
    int stop = Math.min(end, start + LONGEST_WORD);
    String word = text.substring(start, stop).toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    int mark = word.lastIndexOf('\'');
    if (mark > 0 && word.length() == stop - start) {
      addContraction(word, mark, start, end);
    } else if (word.equals("cannot")) {
      add("can", start, start + 3);
      add("not", start + 3, end);
    } else {
      add(word, start, end);
    }
  }

  private void addContraction(String word, int mark, int start, int end) {
    String head = word.substring(0, mark);
    String tail = word.substring(mark + 1);
    int cut = start + mark;
    switch (tail) {
      case "t" -> {
        add(positive(head), start, cut - 1);
        add("not", cut - 1, end);
      }
      case "re" -> addPair(head, "are", start, cut, end);
      case "ve" -> addPair(head, "have", start, cut, end);
      case "ll" -> addPair(head, "will", start, cut, end);
      case "d" -> addPair(head, "would", start, cut, end);
      case "m" -> addPair(head, "am", start, cut, end);
      default -> add(head, start, end);
    }
  }

  private static String positive(String head) {
    return switch (head) {
      case "can" -> "can";
      case "won" -> "will";
      case "shan" -> "shall";
      default -> head.endsWith("n") ? head.substring(0, head.length() - 1) : head;
    };
  }

  private void addPair(String head, String tail, int start, int cut, int end) {
    add(head, start, cut);
    add(tail, cut, end);
  }

  private void add(String form, int start, int end) {
    tokens.add(new Token(form, start, end, pending));
    pending = Break.NONE;
  }
}
