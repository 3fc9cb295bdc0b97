package dev.rebound.analysis;

import dev.rebound.analysis.Token.Break;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Cuts a text into words in one pass. Whatever is not a letter or a digit (emoji, control
 * characters, halves of surrogate pairs, mark-up) only keeps words apart.
 */
final class Tokens {

  /** A word longer than this is no word; its tail is dropped so that look-ups stay short. */
  private static final int LONGEST_WORD = 40;

  private static final Pattern APOSTROPHES = Pattern.compile("['\u2019]+");

  private final String text;
  private final Breaks breaks;
  private final List<Token> tokens = new ArrayList<>();
  private Break pending = Break.SENTENCE;

  private Tokens(String text) {
    this.text = text;
    this.breaks = new Breaks(text);
  }

  static List<Token> of(String text) {
    Tokens tokens = new Tokens(Markup.blanked(text));
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
        raise(breaks.at(at));
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
      boolean sign = (point == '+' || point == '#') && at > start;
      int next = afterApostrophes(at);
      if (next > at && next < text.length() && Character.isLetter(text.codePointAt(next))) {
        at = next;
      } else if (Character.isLetterOrDigit(point) || sign) {
        at += Character.charCount(point);
      } else {
        return at;
      }
    }
    return at;
  }

  /** Some programs double an apostrophe, and of one that was mark-up {@link Markup} makes a row. */
  private int afterApostrophes(int start) {
    int at = start;
    while (at < text.length() && isApostrophe(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isApostrophe(char sign) {
    return sign == '\'' || sign == '\u2019';
  }

  private void addWord(int start, int end) {
    int stop = Math.min(end, start + LONGEST_WORD);
    int tail = stop;
    while (tail > start && !isApostrophe(text.charAt(tail - 1))) {
      tail--;
    }
    int cut = tail;
    while (cut > start && isApostrophe(text.charAt(cut - 1))) {
      cut--;
    }
    String word = text.substring(start, stop).toLowerCase(Locale.ROOT);
    if (cut > start) {
      String head = text.substring(start, cut).toLowerCase(Locale.ROOT);
      String rest = text.substring(tail, stop).toLowerCase(Locale.ROOT);
      addContraction(APOSTROPHES.matcher(head).replaceAll("'"), rest, start, cut, end);
    } else if (word.equals("cannot")) {
      add("can", start, start + 3);
      add("not", start + 3, end);
    } else {
      add(word, start, end);
    }
  }

  private void addContraction(String head, String tail, int start, int cut, int end) {
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
      default ->
          head.length() > 1 && head.endsWith("n") ? head.substring(0, head.length() - 1) : head;
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
