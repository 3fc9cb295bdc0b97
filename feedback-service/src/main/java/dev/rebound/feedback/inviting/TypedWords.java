package dev.rebound.feedback.inviting;

import org.jspecify.annotations.Nullable;

/**
 * Words that somebody typed, made fit to stand among ours. Whoever has an account can have a letter
 * sent to anybody, and mail programs make a link of whatever looks like one.
 */
final class TypedWords {

  /** In characters; what is longer is no name. */
  private static final int LONGEST_NAME = 80;

  /** In characters; what is longer is cut. */
  private static final int LONGEST_TITLE = 120;

  /** Takes no room, and ends what looks like an address. */
  private static final String WORD_JOINER = "\u2060";

  private TypedWords() {}

  /** A person's name: letters, marks, apostrophes and hyphens; empty where there is none. */
  static String name(@Nullable String typed) {
    String letters =
        typed == null
            ? ""
            : oneLine(typed.replaceAll("[^\\p{L}\\p{M}'\u2019. -]", " ").replace(".", ". "));
    return letters.length() > LONGEST_NAME ? "" : letters;
  }

  /** What a job or a company is called, on one line; it looks as it was typed. */
  static String title(String typed) {
    String line = oneLine(typed);
    String kept =
        line.codePointCount(0, line.length()) > LONGEST_TITLE
            ? line.substring(0, line.offsetByCodePoints(0, LONGEST_TITLE)).strip() + "\u2026"
            : line;
    return kept.replace("://", ": //").replaceAll("([.@])(?=\\S)", "$1" + WORD_JOINER);
  }

  /** A subject and a greeting are one line, whatever was typed. */
  private static String oneLine(String words) {
    return words.replaceAll("\\s+", " ").strip();
  }
}
