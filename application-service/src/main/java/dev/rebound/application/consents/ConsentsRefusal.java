package dev.rebound.application.consents;

/** Why consents cannot be changed. */
public enum ConsentsRefusal {
  /** More boards than one candidate can know, over time. */
  TOO_MANY_BOARDS;

  /** How many boards a candidate's consents may ever have named. */
  public static final int MAX_BOARDS = 200;
}
