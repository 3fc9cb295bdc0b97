package dev.rebound.analysis;

/**
 * A phrase found in a clause.
 *
 * @param from index of its first token in the clause
 * @param to index after its last token
 */
record Hit(Meaning meaning, int from, int to) {

  int length() {
    return to - from;
  }

  boolean within(Hit other) {
    return other.from <= from && to <= other.to;
  }

  boolean overlaps(Hit other) {
    return from < other.to && other.from < to;
  }

  /** How many tokens lie between this and the other; 0 when they touch or overlap. */
  int distance(Hit other) {
    return Math.max(0, Math.max(from - other.to, other.from - to));
  }
}
