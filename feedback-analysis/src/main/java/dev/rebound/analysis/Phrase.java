package dev.rebound.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A pattern over words, as written in the lexicon: {@code word}, {@code stem*}, {@code this|that},
 * {@code maybe?} (may be absent), {@code ..} (up to three words of any kind), {@code @group} (the
 * words of a named group), and at the start {@code ~}: one word that carries a meaning of its own,
 * none of the group {@code filler} ({@code ~ skills} finds 'reporting skills', not 'your skills').
 *
 * <p>Every part matches a bounded number of words, so a match costs a bounded number of steps.
 */
final class Phrase {

  private static final int GAP = 3;

  /** One part of the pattern; an empty word list stands for a gap. */
  private record Part(Set<String> words, List<String> stems, boolean optional, boolean gap) {
    boolean fits(String form) {
      if (words.contains(form)) {
        return true;
      }
      for (String stem : stems) {
        if (form.startsWith(stem)) {
          return true;
        }
      }
      return false;
    }
  }

  private final List<Part> parts;
  private final Set<String> fillers;
  private final boolean open;

  private Phrase(List<Part> parts, Set<String> fillers, boolean open) {
    this.parts = parts;
    this.fillers = fillers;
    this.open = open;
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException if it does not start with a word that must be there
   */
  static Phrase of(String pattern, WordGroups groups) {
    List<Part> parts = new ArrayList<>();
    boolean open = pattern.strip().startsWith("~ ");
    String closed = open ? pattern.strip().substring(2) : pattern.strip();
    for (String part : closed.split("\\s+")) {
      parts.add(
          part.equals("..") ? new Part(Set.of(), List.of(), false, true) : word(part, groups));
    }
    if (parts.getFirst().gap() || parts.getFirst().optional() || parts.getLast().gap()) {
      throw new IllegalArgumentException("a phrase starts and ends with a word: " + pattern);
    }
    Set<String> fillers = open ? Set.copyOf(new TreeSet<>(groups.expand("@filler"))) : Set.of();
    return new Phrase(List.copyOf(parts), fillers, open);
  }

  private static Part word(String part, WordGroups groups) {
    boolean optional = part.endsWith("?");
    String body = optional ? part.substring(0, part.length() - 1) : part;
    Set<String> words = new TreeSet<>();
    List<String> stems = new ArrayList<>();
    for (String word : groups.expand(body)) {
      if (word.endsWith("*")) {
        stems.add(word.substring(0, word.length() - 1));
      } else {
        words.add(word);
      }
    }
    return new Part(Set.copyOf(words), List.copyOf(stems), optional, false);
  }

  Set<String> firstWords() {
    return parts.getFirst().words();
  }

  List<String> firstStems() {
    return parts.getFirst().stems();
  }

  /** How many words the match begins before the first of {@link #firstWords()}: 0 or 1. */
  int lead() {
    return open ? 1 : 0;
  }

  /** Where the match whose first word is at {@code from} ends, exclusive, or -1. */
  int match(List<Token> tokens, int from) {
    boolean led = !open || (from > 0 && carries(tokens.get(from), tokens.get(from - 1)));
    return led ? match(tokens, from, 0) : -1;
  }

  private boolean carries(Token first, Token lead) {
    return first.before() == Token.Break.NONE && !fillers.contains(lead.form());
  }

  private int match(List<Token> tokens, int at, int index) {
    if (index == parts.size()) {
      return at;
    }
    Part part = parts.get(index);
    if (part.gap()) {
      for (int skip = 0; skip <= GAP && at + skip < tokens.size(); skip++) {
        int end = match(tokens, at + skip, index + 1);
        if (end >= 0) {
          return end;
        }
      }
      return -1;
    }
    if (at < tokens.size() && part.fits(tokens.get(at).form())) {
      int end = match(tokens, at + 1, index + 1);
      if (end >= 0) {
        return end;
      }
    }
    return part.optional() ? match(tokens, at, index + 1) : -1;
  }
}
