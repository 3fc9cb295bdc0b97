package dev.rebound.analysis;

/**
 * One word of the text.
 *
 * @param form lower case, contractions spelled out ({@code didn't} is two tokens: did, not)
 * @param start where it starts in the text
 * @param end where it ends, exclusive
 * @param before what stands between the former word and this one
 */
record Token(String form, int start, int end, Break before) {

  /** How strongly two neighbouring words are kept apart, weakest first. */
  enum Break {
    NONE,
    COMMA,
    CLAUSE,
    SENTENCE
  }

  boolean is(String word) {
    return form.equals(word);
  }
}
