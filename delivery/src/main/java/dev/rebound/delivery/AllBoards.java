package dev.rebound.delivery;

/**
 * What the service's own work says in a transaction before it sees the rows of every board. The
 * tables of boards have policies that show nothing to whoever has said nothing, so that no work is
 * over all boards by omission.
 */
public final class AllBoards {

  /** The setting that the policies ask for; {@code on} shows every row. */
  public static final String SETTING = "rebound.all_boards";

  /** Says it, for the rest of the transaction that it is part of. */
  public static final String SAID = "set local " + SETTING + " = 'on'";

  private AllBoards() {}
}
