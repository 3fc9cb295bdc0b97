package dev.rebound.insights.growthplan.goals;

import java.util.List;

/**
 * What can be done about a theme, whoever it is about.
 *
 * @param aim what shall be different
 * @param focalPoints what to look at
 * @param actions what to do
 */
public record Advice(String aim, List<String> focalPoints, List<String> actions) {

  public Advice {
    focalPoints = List.copyOf(focalPoints);
    actions = List.copyOf(actions);
  }
}
