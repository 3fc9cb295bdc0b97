package dev.rebound.insights.figures;

/** Whether there is enough to speak of a pattern. */
public enum Basis {
  /** Two contexts or more. */
  ENOUGH,
  /** Nothing, or one context: what was said can be shown, a pattern cannot. */
  NOT_ENOUGH_YET;

  private static final int ENOUGH_CONTEXTS = 2;

  /** The basis that so many contexts are. */
  public static Basis of(int contexts) {
    return contexts >= ENOUGH_CONTEXTS ? ENOUGH : NOT_ENOUGH_YET;
  }
}
