package dev.rebound.insights.search.refinements;

import dev.rebound.events.RefinementKind;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.search.Search;
import dev.rebound.insights.search.Search.RefinementDecided;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All suggestions of a candidate, each either with the decision on it or with an id of its own.
 *
 * <p>A decision is found by what it changes, since older evidence that comes in late changes a
 * suggestion's id; by its id where it changes what nothing suggests: the candidate may have
 * accepted other words than the suggested ones.
 */
final class Suggestions {

  private static final Comparator<Suggestion> BY_VALUE =
      Comparator.comparing(Suggestion::kind).thenComparing(Suggestion::value);

  private static final Comparator<Suggestion> SUREST_FIRST =
      Comparator.comparingDouble(Suggestion::confidence).reversed().thenComparing(BY_VALUE);

  private final Map<UUID, Suggestion> open = new HashMap<>();
  private final Map<UUID, Suggestion> decided = new HashMap<>();

  private Suggestions(List<Suggestion> all, Search search) {
    Set<Suggestion> left = new HashSet<>(all);
    for (RefinementDecided decision : search.decisions().values()) {
      sameAs(decision, all)
          .ifPresent(suggestion -> {
            decided.put(decision.id(), suggestion);
            left.remove(suggestion);
          });
    }
    // By value and not by confidence, which grows: each keeps its place while more speaks for one.
    left.stream().sorted(BY_VALUE).forEach(suggestion -> place(suggestion, search));
  }

  /** What speaks for changes, and what the candidate made of it. */
  static Suggestions of(CandidateContexts contexts, Search search) {
    List<Suggestion> all = new ArrayList<>();
    Stream.of(
            new FromRejections(contexts).suggestions(),
            new FromLevels(contexts).suggestions(),
            new FromOutcomes(contexts).suggestions(),
            new FromEnergies(contexts).suggestions())
        .flatMap(List::stream)
        .forEach(suggestion -> merge(all, suggestion));
    return new Suggestions(List.copyOf(all), search);
  }

  /** Those that nothing was decided on, by their ids, surest first. */
  Map<UUID, Suggestion> open() {
    Map<UUID, Suggestion> ordered = new LinkedHashMap<>();
    open.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(SUREST_FIRST))
        .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
    return ordered;
  }

  /** What speaks for a change that was decided on; empty where all of it is gone. */
  Optional<Suggestion> of(RefinementDecided decision) {
    return Optional.ofNullable(decided.get(decision.id()));
  }

  private static void merge(List<Suggestion> all, Suggestion suggestion) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).sameAs(suggestion.kind(), suggestion.value())) {
        all.set(i, all.get(i).and(suggestion));
        return;
      }
    }
    all.add(suggestion);
  }

  private static Optional<Suggestion> sameAs(RefinementDecided decision, List<Suggestion> all) {
    RefinementKind kind = decision.kind();
    @Nullable String value = decision.value();
    return all.stream()
        .filter(suggestion -> value != null && suggestion.sameAs(kind, value))
        .findFirst();
  }

  /** The first id of its own that no other suggestion has, decided or not. */
  private void place(Suggestion suggestion, Search search) {
    for (int ordinal = 1; ; ordinal++) {
      UUID id = suggestion.id(ordinal);
      if (!open.containsKey(id) && !decided.containsKey(id)) {
        (search.decision(id).isPresent() ? decided : open).put(id, suggestion);
        return;
      }
    }
  }
}
