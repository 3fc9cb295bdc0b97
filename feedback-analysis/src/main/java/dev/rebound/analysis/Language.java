package dev.rebound.analysis;

/** The language of a text, as far as it matters for reading it. */
public enum Language {
  /** Read. Texts too short to tell count as English. */
  ENGLISH("en"),
  /** Not read, except for refusals without content. */
  GERMAN("de"),
  /** Not read, except for refusals without content. */
  FRENCH("fr"),
  /** Not read, except for refusals without content. */
  SPANISH("es"),
  /** Not read. */
  OTHER("und");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The language as BCP 47 names it; {@code und} where it is none of the others. */
  public String tag() {
    return tag;
  }
}
