package dev.rebound.insights.contexts;

import dev.rebound.events.StageKind;
import dev.rebound.insights.contexts.ApplicationFacts.Stage;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The stages of one application as they took place: employers do not keep to the usual order. Those
 * of one day are taken in the usual order, since nothing else is known. What was written down for a
 * day after the rejection did not take place.
 *
 * @param days when each took place; a stage that only the rejection mentions, on the day of the
 *     rejection, and where that was taken back, with the last of the others
 */
public record Stages(Map<StageKind, LocalDate> days) {

  public Stages {
    days = Map.copyOf(days);
  }

  /** The stages that were recorded of an application, or that its rejection mentions. */
  public static Stages of(ApplicationFacts application) {
    Rejection rejection = application.rejection();
    LocalDate unknown =
        rejection != null
            ? rejection.rejectedOn()
            : application.stages().stream()
                .map(Stage::reachedOn)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
    Map<StageKind, LocalDate> days = new EnumMap<>(StageKind.class);
    for (Stage stage : application.stages()) {
      LocalDate day = Objects.requireNonNullElse(stage.reachedOn(), unknown);
      if (rejection == null || !day.isAfter(rejection.rejectedOn())) {
        days.put(stage.kind(), day);
      }
    }
    return new Stages(days);
  }

  /** The kinds in the order they took place. */
  public List<StageKind> inOrder() {
    return days.entrySet().stream()
        .sorted(
            Map.Entry.<StageKind, LocalDate>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The one that took place last; empty where none did. */
  public Optional<StageKind> last() {
    List<StageKind> all = inOrder();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /** When a stage took place; empty where it did not. */
  public Optional<LocalDate> dayOf(StageKind kind) {
    return Optional.ofNullable(days.get(kind));
  }
}
