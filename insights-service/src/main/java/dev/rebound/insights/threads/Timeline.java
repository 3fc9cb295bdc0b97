package dev.rebound.insights.threads;

import dev.rebound.events.Theme;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.contexts.Evidence;
import dev.rebound.insights.threads.CommonThread.Status;
import dev.rebound.insights.threads.CommonThread.Trend;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A candidate's telling contexts, oldest first: those in which at least one cause or quality was
 * named. A context in which nobody said anything is no sign that something got better.
 */
final class Timeline {

  /**
   * Telling contexts without the theme after which it counts as fading, if they took long enough.
   */
  private static final int FADING_CONTEXTS = 3;

  private static final int FADING_DAYS = 90;
  private static final int TREND_CONTEXTS = 4;
  private static final int TREND_COUNT = 2;
  private static final double TREND_SHARE = 0.25;

  private final List<TellingContext> contexts;

  private Timeline(List<TellingContext> contexts) {
    this.contexts = contexts;
  }

  static Timeline of(CandidateContexts candidate) {
    Map<UUID, List<Evidence>> byContext = new HashMap<>();
    for (Evidence evidence : candidate.evidence()) {
      if (evidence.theme() != Theme.UNSPECIFIED) {
        byContext.computeIfAbsent(evidence.contextId(), none -> new ArrayList<>()).add(evidence);
      }
    }
    Map<UUID, LocalDate> days = candidate.days();
    List<TellingContext> telling = new ArrayList<>();
    byContext.forEach((id, evidence) ->
        telling.add(new TellingContext(id, days.getOrDefault(id, earliest(evidence)), evidence)));
    telling.sort(Comparator.comparing(TellingContext::heldOn).thenComparing(TellingContext::id));
    return new Timeline(List.copyOf(telling));
  }

  List<TellingContext> contexts() {
    return contexts;
  }

  /** How long before the newest context one was held, in days. */
  long daysBeforeNewest(TellingContext context) {
    return ChronoUnit.DAYS.between(context.heldOn(), contexts.getLast().heldOn());
  }

  /** How established a theme is that was said in these contexts. */
  Status status(Set<UUID> said) {
    if (said.size() < 2) {
      return Status.SINGLE;
    }
    int last = contexts.size() - 1;
    while (!said.contains(contexts.get(last).id())) {
      last--;
    }
    boolean faded =
        contexts.size() - 1 - last >= FADING_CONTEXTS
            && daysBeforeNewest(contexts.get(last)) >= FADING_DAYS;
    return faded ? Status.FADING : Status.RECURRING;
  }

  /**
   * Compares the older with the newer half of the telling contexts (the middle one of an odd number
   * belongs to neither). Rising and falling need at least four contexts, and a difference of at
   * least two contexts and a quarter of a half: less is chance.
   */
  Trend trend(Set<UUID> said) {
    int half = contexts.size() / 2;
    if (contexts.size() < TREND_CONTEXTS || said.size() < 2) {
      return Trend.UNKNOWN;
    }
    long older = contexts.subList(0, half).stream().filter(c -> said.contains(c.id())).count();
    long newer =
        contexts.subList(contexts.size() - half, contexts.size()).stream()
            .filter(c -> said.contains(c.id()))
            .count();
    long difference = newer - older;
    if (Math.abs(difference) < TREND_COUNT || Math.abs(difference) < TREND_SHARE * half) {
      return Trend.STEADY;
    }
    return difference > 0 ? Trend.RISING : Trend.FALLING;
  }

  private static LocalDate earliest(List<Evidence> evidence) {
    return evidence.stream().map(Evidence::at).min(LocalDate::compareTo).orElseThrow();
  }
}
