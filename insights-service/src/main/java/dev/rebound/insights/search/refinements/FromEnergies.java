package dev.rebound.insights.search.refinements;

import dev.rebound.events.Energy;
import dev.rebound.events.RefinementKind;
import dev.rebound.events.RoleReflection;
import dev.rebound.events.RoleReflection.ComponentEnergy;
import dev.rebound.insights.contexts.ApplicationFacts;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.contexts.Reflection;
import dev.rebound.insights.search.refinements.Terms.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Words to look for or to leave out, by what the parts of job descriptions did to the candidate's
 * energy: what recurs in parts that drain it in two applications or more, and hardly in parts that
 * give it; and the other way round.
 */
final class FromEnergies {

  /** This many contexts one way for each the other way. */
  private static final int CLEARLY = 3;

  /** Runs of this many words say most: one is vague, three are one employer's phrase. */
  private static final int BEST_LENGTH = 2;

  private final CandidateContexts contexts;

  FromEnergies(CandidateContexts contexts) {
    this.contexts = contexts;
  }

  List<Suggestion> suggestions() {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    parts()
        .forEach(part ->
            Terms.of(part.text())
                .forEach(term ->
                    tallies.computeIfAbsent(term.key(), none -> new Tally()).add(term, part)));
    return Stream.concat(
            telling(tallies, Tally::draining, Tally::giving)
                .map(tally ->
                    suggestion(
                        RefinementKind.EXCLUDE_TERM, tally.draining(), tally.giving(), "drained")),
            telling(tallies, Tally::giving, Tally::draining)
                .map(tally ->
                    suggestion(
                        RefinementKind.PREFER_TERM, tally.giving(), tally.draining(), "gave you")))
        .toList();
  }

  /** A part of a job description with what it does to the candidate's energy. */
  private record Part(
      ApplicationFacts application, Reflection reflection, int index, String text, Energy energy) {

    RefinementEvidence evidence() {
      return RefinementEvidence.of(application.id(), reflection, "component/" + index, text);
    }
  }

  private record Found(Term term, Part part) {}

  /** Where a term was found, by what it does. */
  private record Tally(Side draining, Side giving) {

    Tally() {
      this(new Side(new ArrayList<>()), new Side(new ArrayList<>()));
    }

    void add(Term term, Part part) {
      switch (part.energy()) {
        case DE_ENERGIZING, SOMEWHAT_DE_ENERGIZING -> draining.found().add(new Found(term, part));
        case ENERGIZING, SOMEWHAT_ENERGIZING -> giving.found().add(new Found(term, part));
      }
    }
  }

  private record Side(List<Found> found) {

    long contexts() {
      return found.stream().map(f -> f.part().application().id()).distinct().count();
    }

    /** Whether at least one of them is without reserve. */
    boolean clear() {
      return found.stream()
          .map(f -> f.part().energy())
          .anyMatch(energy -> energy == Energy.DE_ENERGIZING || energy == Energy.ENERGIZING);
    }

    Set<UUID> parts() {
      Set<UUID> ids = new HashSet<>();
      found.forEach(f -> ids.add(f.part().evidence().id()));
      return ids;
    }

    int words() {
      return found.getFirst().term().words();
    }

    /** Where the term stands in the evidence that the suggestion's id comes from. */
    int place() {
      return found.stream()
          .min(
              Comparator.comparing(
                  (Found f) -> f.part().evidence(), RefinementEvidence.OLDEST_FIRST))
          .map(f -> FromEnergies.place(f.term()))
          .orElse(0);
    }
  }

  private interface Pick {
    Side side(Tally tally);
  }

  /** Of terms that stand in the same parts only the best one: the others say the same. */
  private static Stream<Tally> telling(Map<String, Tally> tallies, Pick one, Pick other) {
    List<Tally> candidates =
        tallies.values().stream()
            .filter(tally -> one.side(tally).contexts() >= FromRejections.TASTE)
            .filter(tally -> one.side(tally).clear())
            .filter(tally -> one.side(tally).contexts() >= CLEARLY * other.side(tally).contexts())
            .sorted(
                Comparator.comparingLong((Tally tally) -> -one.side(tally).contexts())
                    .thenComparingInt(tally -> Math.abs(one.side(tally).words() - BEST_LENGTH))
                    .thenComparing(tally -> one.side(tally).found().getFirst().term().key()))
            .toList();
    Set<UUID> covered = new HashSet<>();
    List<Tally> chosen = new ArrayList<>();
    for (Tally tally : candidates) {
      if (covered.addAll(one.side(tally).parts())) {
        chosen.add(tally);
      }
    }
    return chosen.stream();
  }

  private static Suggestion suggestion(
      RefinementKind kind, Side support, Side against, String verb) {
    Found first = support.found().getFirst();
    String reason =
        "“%s” stood in parts of %d jobs that %s energy, and in %s where it was the other way."
            .formatted(
                first.term().text(),
                support.contexts(),
                verb,
                against.contexts() == 0 ? "none" : against.contexts());
    return new Suggestion(
        kind,
        first.term().text(),
        support.place(),
        reason,
        support.found().stream().map(f -> f.part().evidence()).toList(),
        Confidence.ofTaste(support.contexts(), against.contexts()));
  }

  /** Where it stands and how long it is: 'data' and 'data pipelines' begin at the same place. */
  private static int place(Term term) {
    return term.start() * (Terms.LONGEST_RUN + 1) + term.words();
  }

  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (ApplicationFacts application : contexts.applications()) {
      Reflection reflection = application.reflection();
      RoleReflection role = reflection == null ? null : reflection.role();
      List<ComponentEnergy> components = role == null ? List.of() : role.components();
      for (int i = 0; i < components.size(); i++) {
        String text = components.get(i).text();
        if (reflection != null && text != null) {
          parts.add(new Part(application, reflection, i, text, components.get(i).energy()));
        }
      }
    }
    return parts;
  }
}
