package dev.rebound.insights.search.refinements;

import dev.rebound.insights.search.matching.WordList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a job description that say something of the job: single words and runs of two or
 * three, without those that every description has ({@code search/ordinary-words.txt}).
 */
final class Terms {

  /** The most words a term has. */
  static final int LONGEST_RUN = 3;

  private static final int SHORTEST_WORD = 3;
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}]+(?:['’/.&-][\\p{L}\\p{N}]+)*[+#]{0,2}");
  private static final Pattern NUMBER = Pattern.compile("[\\p{N}.,/-]+\\+?");
  private static final Pattern BETWEEN_WORDS = Pattern.compile(" {1,2}");
  private static final Set<String> ORDINARY = Set.copyOf(WordList.read("ordinary-words"));

  private Terms() {}

  /**
   * A term where it stands first in a text.
   *
   * @param key the same for every case and for singular and plural
   * @param text as it is written there
   * @param start its place in the text
   * @param words how many words it has
   */
  record Term(String key, String text, int start, int words) {}

  /** The terms of a text, each once. */
  static List<Term> of(String text) {
    List<Word> words = words(text);
    Map<String, Term> terms = new LinkedHashMap<>();
    for (int first = 0; first < words.size(); first++) {
      for (int length = 1; length <= LONGEST_RUN && first + length <= words.size(); length++) {
        List<Word> run = words.subList(first, first + length);
        if (!joined(text, run)) {
          break;
        }
        if (telling(run)) {
          Word last = run.getLast();
          String written = text.substring(run.getFirst().start(), last.end());
          Term term = new Term(key(run), written, run.getFirst().start(), length);
          terms.putIfAbsent(term.key(), term);
        }
      }
    }
    return List.copyOf(terms.values());
  }

  private record Word(String lower, int start, int end) {

    boolean ordinary() {
      return ORDINARY.contains(lower)
          || lower.length() < SHORTEST_WORD && !lower.endsWith("#")
          || NUMBER.matcher(lower).matches();
    }
  }

  private static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(new Word(word.group().toLowerCase(Locale.ROOT), word.start(), word.end()));
    }
    return words;
  }

  /** Nothing but a space between the last two. */
  private static boolean joined(String text, List<Word> run) {
    return run.size() == 1
        || BETWEEN_WORDS
            .matcher(text.substring(run.get(run.size() - 2).end(), run.getLast().start()))
            .matches();
  }

  /** Neither begins nor ends with a word that every description has. */
  private static boolean telling(List<Word> run) {
    return !run.getFirst().ordinary() && !run.getLast().ordinary();
  }

  private static String key(List<Word> run) {
    StringBuilder key = new StringBuilder();
    for (Word word : run) {
      key.append(key.isEmpty() ? "" : " ").append(singular(word.lower()));
    }
    return key.toString();
  }

  private static String singular(String word) {
    boolean plural = word.length() > SHORTEST_WORD && word.endsWith("s") && !word.endsWith("ss");
    return plural ? word.substring(0, word.length() - 1) : word;
  }
}
