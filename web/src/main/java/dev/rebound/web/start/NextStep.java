package dev.rebound.web.start;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.web.start.ApplicationService.Application;
import dev.rebound.web.start.ApplicationService.Applications;
import dev.rebound.web.start.InsightsService.Goal;
import dev.rebound.web.start.InsightsService.GrowthPlan;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The one thing to do next, out of whatever the services could say: what is due first, then what
 * waits for a decision, then the beginning. Where a service did not answer, nothing is called done.
 */
final class NextStep {

  private NextStep() {}

  static Optional<String> of(
      LocalDate today,
      Optional<Applications> applications,
      Optional<Reflections> reflections,
      Optional<GrowthPlan> plan,
      Optional<JsonNode> refinements) {
    return reflections
        .flatMap(NextStep::reflect)
        .or(() -> plan.flatMap(it -> checkIn(it, today)))
        .or(() -> plan.flatMap(NextStep::adopt))
        .or(() -> refinements.flatMap(NextStep::decide))
        .or(() -> applications.flatMap(NextStep::begin))
        .or(() ->
            applications.isPresent()
                    && reflections.isPresent()
                    && plan.isPresent()
                    && refinements.isPresent()
                ? Optional.empty()
                : Optional.of("Not everything can be seen right now. Look again in a minute."));
  }

  private static Optional<String> reflect(Reflections reflections) {
    return reflections.due().stream()
        .findFirst()
        .map(NextStep::name)
        .map(name -> "Look back on " + name + " while it is fresh: four short steps.");
  }

  private static String name(Application application) {
    return application.posting().title() + " at " + application.posting().company();
  }

  private static Optional<String> checkIn(GrowthPlan plan, LocalDate today) {
    return plan.goals().stream().anyMatch(goal -> due(goal, today))
        ? Optional.of("A goal of yours is due. Note how it went.")
        : Optional.empty();
  }

  private static boolean due(Goal goal, LocalDate today) {
    LocalDate dueOn = goal.dueOn();
    return goal.status().equals("ADOPTED") && dueOn != null && !dueOn.isAfter(today);
  }

  private static Optional<String> adopt(GrowthPlan plan) {
    return plan.goals().stream().anyMatch(goal -> goal.status().equals("PROPOSED"))
        ? Optional.of("A goal is proposed to you. Adopt it, change it, or leave it.")
        : Optional.empty();
  }

  private static Optional<String> decide(JsonNode refinements) {
    return Steps.searching(refinements).figures().stream()
        .findFirst()
        .filter(waiting -> !waiting.value().equals("0"))
        .map(waiting -> "A change to your search is suggested. See why, and accept or dismiss it.");
  }

  private static Optional<String> begin(Applications applications) {
    return applications.items().isEmpty()
        ? Optional.of("Record your first application. Everything else follows from there.")
        : Optional.empty();
  }
}
