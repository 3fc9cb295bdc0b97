package dev.rebound.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The named groups of words that phrases of the lexicon may use as {@code @name}. */
final class WordGroups {

  private final Map<String, List<String>> groups = new HashMap<>();

  void add(String name, List<String> words) {
    groups.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(words);
  }

  /** The words and stems behind {@code a|b*|@name}. */
  List<String> expand(String alternatives) {
    List<String> words = new ArrayList<>();
    for (String word : alternatives.split("\\|")) {
      if (word.startsWith("@")) {
        List<String> group = groups.get(word.substring(1));
        if (group == null) {
          throw new IllegalArgumentException("no such group of words: " + word);
        }
        words.addAll(group);
      } else {
        words.add(word);
      }
    }
    return words;
  }
}
