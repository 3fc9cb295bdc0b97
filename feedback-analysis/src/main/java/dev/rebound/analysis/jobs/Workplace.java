package dev.rebound.analysis.jobs;

/** Where the work is done, as far as an office or a site goes. */
public record Workplace(Kind kind, Words words) implements Fact {

  @Override
  public String told() {
    return "workplace " + kind;
  }

  /** How much of the work is done at the employer's. */
  public enum Kind {
    /** All of it. */
    ONSITE,
    /** Some of it, by rule. */
    HYBRID,
    /** None, or next to none. */
    REMOTE
  }
}
