package dev.rebound.insights.growthplan;

import dev.rebound.events.Theme;
import dev.rebound.insights.growthplan.PlannedGoal.Adopted;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The goals of one candidate.
 *
 * @param goals in the order in which they were taken on
 */
public record GrowthPlan(SequencedMap<UUID, PlannedGoal> goals) {

  /** A plan with no goal in it yet. */
  public static final GrowthPlan EMPTY = new GrowthPlan(new LinkedHashMap<>());

  public GrowthPlan {
    goals = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(goals));
  }

  /** The goal of this id, where it was taken on. */
  public Optional<PlannedGoal> goal(UUID id) {
    return Optional.ofNullable(goals.get(id));
  }

  /** The goals that are worked on. */
  public List<Adopted> open() {
    return goals.values().stream()
        .filter(Adopted.class::isInstance)
        .map(Adopted.class::cast)
        .toList();
  }

  /** All goals of a theme, oldest first. */
  public List<PlannedGoal> of(Theme theme) {
    return goals.values().stream().filter(goal -> goal.course().theme() == theme).toList();
  }

  GrowthPlan with(PlannedGoal goal) {
    SequencedMap<UUID, PlannedGoal> all = new LinkedHashMap<>(goals);
    all.put(goal.course().id(), goal);
    return new GrowthPlan(all);
  }

  /** The same with an adopted goal turned into something else; others stay as they are. */
  GrowthPlan turning(UUID id, Function<Adopted, PlannedGoal> turn) {
    @Nullable PlannedGoal goal = goals.get(id);
    return goal instanceof Adopted adopted ? with(turn.apply(adopted)) : this;
  }
}
