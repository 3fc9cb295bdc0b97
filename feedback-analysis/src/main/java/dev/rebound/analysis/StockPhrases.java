package dev.rebound.analysis;

import dev.rebound.analysis.Token.Break;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words and phrases of which refusals without content are made, in one language. A text of
 * nothing else says nothing about the person; more words may be a cause, and then the text is not
 * known.
 */
final class StockPhrases {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final Pattern ENDS_SENTENCE = Pattern.compile("[.!?;\\n]");
  private static final Pattern ENDS_PART = Pattern.compile("[.!?;:,\\n()]");

  /**
   * From this length on a sentence may hold one word that is not known, unless it tells or the
   * sentence is about what the person did.
   */
  private static final int LONG_SENTENCE = 6;

  /** The most words of the name of a trade. */
  private static final int LONGEST_TITLE = 4;

  private final Set<String> words = new HashSet<>();
  private final List<Phrase> stems = new ArrayList<>();
  private final List<Phrase> telling = new ArrayList<>();
  private final List<Phrase> phrases = new ArrayList<>();
  private final List<Phrase> persons = new ArrayList<>();
  private final List<Phrase> titles = new ArrayList<>();
  private final Set<String> beforeNames = new HashSet<>();
  private final Set<String> closings = new HashSet<>();

  private StockPhrases() {}

  /** Reads them from a file beside this class; its first comment tells the headings. */
  static StockPhrases load(String file) {
    StockPhrases stock = new StockPhrases();
    for (Headed part : Headed.read(file)) {
      switch (part.heading()) {
        case "words" -> part.words().forEach(stock::addWord);
        case "phrases" -> part.lines().forEach(line -> stock.phrases.add(phrase(line)));
        case "telling" -> part.words().forEach(word -> stock.telling.add(phrase(word)));
        case "person" -> part.lines().forEach(line -> stock.persons.add(phrase(line)));
        case "titles" -> part.lines().forEach(line -> stock.titles.add(phrase(line)));
        case "names" -> stock.beforeNames.addAll(part.words());
        case "closing" -> stock.closings.addAll(part.words());
        default -> throw new IllegalStateException(file + " has a part " + part.heading());
      }
    }
    return stock;
  }

  private static Phrase phrase(String pattern) {
    return Phrase.of(pattern, new WordGroups());
  }

  private void addWord(String word) {
    if (word.endsWith("*")) {
      stems.add(phrase(word));
    } else {
      words.add(word);
    }
  }

  /**
   * The words of a text in any language, apostrophes between them; each with a break before it that
   * is SENTENCE where a sign ends the part before.
   */
  static List<Token> words(String text) {
    List<Token> found = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    int last = 0;
    while (word.find()) {
      boolean apart = ENDS_PART.matcher(text.substring(last, word.start())).find();
      found.add(
          new Token(
              word.group().toLowerCase(Locale.ROOT),
              word.start(),
              word.end(),
              apart ? Break.SENTENCE : Break.NONE));
      last = word.end();
    }
    return found;
  }

  /** Whether they make up the whole text, names apart. */
  boolean cover(String text) {
    List<Token> tokens = words(text);
    boolean[] known = known(tokens);
    passNames(text, tokens, known);
    int start = 0;
    for (int at = 1; at <= known.length; at++) {
      if (at == known.length || endsSentence(text, tokens, at)) {
        if (!isSpared(tokens, known, start, at)) {
          return false;
        }
        start = at;
      }
    }
    return true;
  }

  private static boolean endsSentence(String text, List<Token> tokens, int at) {
    return ENDS_SENTENCE
        .matcher(text.substring(tokens.get(at - 1).end(), tokens.get(at).start()))
        .find();
  }

  private boolean isSpared(List<Token> tokens, boolean[] known, int from, int to) {
    int unknown = 0;
    boolean telltale = to - from < LONG_SENTENCE;
    for (int at = from; at < to; at++) {
      unknown += known[at] ? 0 : 1;
      telltale |= !known[at] && matches(telling, tokens, at);
      telltale |= matches(persons, tokens, at);
    }
    return unknown == 0 || (unknown == 1 && !telltale);
  }

  private static boolean matches(List<Phrase> any, List<Token> tokens, int at) {
    return any.stream().anyMatch(phrase -> phrase.match(tokens, at) > at);
  }

  private void passNames(String text, List<Token> tokens, boolean[] known) {
    boolean closed = false;
    for (int at = 0; at < known.length; at++) {
      String form = tokens.get(at).form();
      if (beforeNames.contains(form)) {
        passNames(text, tokens, at + 1, known);
      }
      passTitle(tokens, at, known);
      known[at] |= closed && isCapital(text, tokens.get(at));
      closed |= closings.contains(form);
    }
  }

  private boolean[] known(List<Token> tokens) {
    boolean[] known = new boolean[tokens.size()];
    for (int at = 0; at < known.length; at++) {
      String form = tokens.get(at).form();
      known[at] |= form.length() == 1 || words.contains(form) || matches(stems, tokens, at);
      for (Phrase phrase : phrases) {
        int end = phrase.match(tokens, at);
        for (int within = at; within < end; within++) {
          known[within] = true;
        }
      }
    }
    return known;
  }

  private static void passNames(String text, List<Token> tokens, int from, boolean[] known) {
    for (int at = from; at < known.length; at++) {
      if (tokens.get(at).before() == Break.SENTENCE || !isCapital(text, tokens.get(at))) {
        return;
      }
      known[at] = true;
    }
  }

  private void passTitle(List<Token> tokens, int at, boolean[] known) {
    for (Phrase title : titles) {
      int from = title.match(tokens, at);
      for (int next = from;
          from > 0 && next < Math.min(from + LONGEST_TITLE, known.length);
          next++) {
        if (known[next] || tokens.get(next).before() == Break.SENTENCE) {
          break;
        }
        known[next] = true;
      }
    }
  }

  private static boolean isCapital(String text, Token token) {
    return Character.isUpperCase(text.codePointAt(token.start()));
  }
}
