package dev.rebound.analysis.jobs;

/**
 * A human language that one has to know, or better knows.
 *
 * @param language in English, as in {@code German}
 */
public record SpokenLanguage(String language, Need need, Words words) implements Fact {

  @Override
  public String told() {
    return "language " + language + " " + need;
  }

  /** How much it is needed. */
  public enum Need {
    /** Without it one need not apply. */
    REQUIRED,
    /** It helps. */
    WISHED
  }
}
