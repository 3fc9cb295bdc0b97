package dev.rebound.chassis.http;

/** The realm roles. What may call a route says so with these names. */
public final class Roles {
  /** Records applications and reads what they add up to; owns the data. */
  public static final String CANDIDATE = "candidate";

  /** Gives feedback, signed in for a board. */
  public static final String RECRUITER = "recruiter";

  /** Sets a board up. */
  public static final String BOARD_ADMIN = "board-admin";

  /** A board's machine, by client credentials. */
  public static final String BOARD_INTEGRATION = "board-integration";

  /** Runs Rebound; sees figures of the machinery, nobody's data. */
  public static final String OPERATOR = "operator";

  private Roles() {}
}
