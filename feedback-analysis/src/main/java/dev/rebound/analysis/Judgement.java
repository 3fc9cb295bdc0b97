package dev.rebound.analysis;

import dev.rebound.events.Theme;

/**
 * A theme that a clause touches, and how the clause judges it.
 *
 * @param advised whether the clause advises rather than judges
 * @param from index of the first token that led to it
 * @param to index after the last
 */
record Judgement(
    Theme theme, Polarity polarity, boolean advised, double confidence, int from, int to) {

  /** Whether this names a cause, or something to work on. */
  boolean namesCause() {
    return theme.namesCause() && (polarity == Polarity.NEGATIVE || advised);
  }
}
