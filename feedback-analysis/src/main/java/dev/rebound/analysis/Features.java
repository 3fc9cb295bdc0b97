package dev.rebound.analysis;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A clause as numbers: its words, their neighbours, pieces of words, what the lexicon found, and,
 * weaker, the words of the clauses beside it. Each feature is hashed to one of {@link #BUCKETS}
 * numbers, and the whole has length 1.
 *
 * @param buckets which numbers are not 0
 * @param values how large they are, in the same order
 */
record Features(int[] buckets, float[] values) {

  /** How many numbers there are. */
  static final int BUCKETS = 1 << 15;

  private static final float LEXICON_WEIGHT = 0.7f;
  private static final float NEIGHBOUR_WEIGHT = 0.5f;
  private static final int SHORTEST_PIECE = 3;
  private static final int LONGEST_PIECE = 5;

  /** The features of the clause at this index. */
  static Features of(List<ReadClause> clauses, int at) {
    ReadClause clause = clauses.get(at);
    List<Token> tokens = clause.hits().tokens();
    Map<Integer, Float> sums = new HashMap<>();
    add(sums, words(tokens, ""), 1);
    add(sums, pieces(tokens), 1);
    add(sums, findings(clause), LEXICON_WEIGHT);
    if (at > 0) {
      add(sums, words(clauses.get(at - 1).hits().tokens(), "<"), NEIGHBOUR_WEIGHT);
    }
    if (at + 1 < clauses.size()) {
      add(sums, words(clauses.get(at + 1).hits().tokens(), ">"), NEIGHBOUR_WEIGHT);
    }
    return normalised(sums);
  }

  private static void add(Map<Integer, Float> sums, Collection<String> names, float weight) {
    float value = weight / (float) Math.sqrt(names.size());
    for (String name : names) {
      sums.merge(spread(name.hashCode()) & (BUCKETS - 1), value, Float::sum);
    }
  }

  /** The hash of a text changes little from one text to the next; this spreads it. */
  private static int spread(int hash) {
    int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
    return mixed ^ (mixed >>> 16);
  }

  private static Features normalised(Map<Integer, Float> sums) {
    int[] buckets = sums.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    float[] values = new float[buckets.length];
    double squares = 0;
    for (int i = 0; i < buckets.length; i++) {
      values[i] = sums.getOrDefault(buckets[i], 0f);
      squares += values[i] * values[i];
    }
    float length = (float) Math.sqrt(squares);
    for (int i = 0; i < values.length; i++) {
      values[i] /= length;
    }
    return new Features(buckets, values);
  }

  /** Words alone, in twos and threes, and in twos with any word between. */
  private static Set<String> words(List<Token> tokens, String place) {
    Set<String> names = new LinkedHashSet<>();
    String before = "^";
    String last = "^";
    for (Token token : tokens) {
      String word = word(token);
      names.add(place + word);
      names.add(place + last + ' ' + word);
      names.add(place + before + " _ " + word);
      if (place.isEmpty()) {
        names.add(before + ' ' + last + ' ' + word);
      }
      before = last;
      last = word;
    }
    names.add(place + last + " $");
    return names;
  }

  private static Set<String> pieces(List<Token> tokens) {
    Set<String> names = new LinkedHashSet<>();
    for (Token token : tokens) {
      String word = '<' + word(token) + '>';
      for (int length = SHORTEST_PIECE; length <= LONGEST_PIECE; length++) {
        for (int from = 0; from + length <= word.length(); from++) {
          names.add('#' + word.substring(from, from + length));
        }
      }
    }
    return names;
  }

  /** Every number is one word. */
  private static String word(Token token) {
    String form = token.form();
    return !form.isEmpty() && Character.isDigit(form.charAt(0)) ? "0" : form;
  }

  private static Set<String> findings(ReadClause clause) {
    Set<String> names = new LinkedHashSet<>();
    for (Judgement found : clause.judgements()) {
      names.add("=" + found.theme());
      names.add("=" + found.polarity());
      names.add("=" + found.theme() + found.polarity());
    }
    for (Meaning.CueKind kind : Meaning.CueKind.values()) {
      if (clause.hits().has(kind)) {
        names.add("=" + kind);
      }
    }
    names.add(clause.findsFault() ? "=fault" : "=no fault");
    if (clause.judgements().isEmpty()) {
      names.add("=nothing");
    }
    return names;
  }
}
