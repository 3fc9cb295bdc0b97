package dev.rebound.analysis.jobs;

/** How far up the job is said to be. */
public record Seniority(Level level, Words words) implements Fact {

  @Override
  public String told() {
    return "level " + level;
  }
}
