package dev.rebound.insights.blindspots;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rebound.events.StageKind;
import dev.rebound.events.Theme;
import dev.rebound.insights.blindspots.Comparison.Kind;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.figures.Basis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer to 'where do I see myself otherwise than they do?'.
 *
 * @param asOf when the last event in it happened; null before the first
 * @param applications how many applications have a view of both sides on the same thing
 * @param compared how many things were compared
 * @param findings what comes up most often first
 */
public record BlindSpots(
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant asOf,
    Basis status,
    int applications,
    int compared,
    List<Finding> findings) {

  /**
   * One stage or theme on which the sides differ, or agree that it is weak.
   *
   * @param n in how many applications it shows
   * @param compared in how many applications both sides rated the stage, or it showed for the theme
   * @param meanDifference own less theirs over the {@code n}, rounded to two digits; null for
   *     themes
   */
  public record Finding(
      Kind kind,
      @Nullable StageKind stage,
      @Nullable Theme theme,
      int n,
      int compared,
      @Nullable Double meanDifference,
      List<Comparison> occurrences) {}

  private static final Comparator<Finding> MOST_OFTEN_FIRST =
      Comparator.comparingInt(Finding::n)
          .reversed()
          .thenComparing(Finding::kind)
          .thenComparing(Finding::stage, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Finding::theme, Comparator.nullsLast(Comparator.naturalOrder()));

  /** Compares what can be compared in a candidate's applications. */
  public static BlindSpots of(CandidateContexts candidate) {
    List<Comparison> all =
        candidate.applications().stream()
            .flatMap(application -> Comparison.in(candidate, application).stream())
            .toList();
    Map<Subject, List<Comparison>> bySubject = new LinkedHashMap<>();
    for (Comparison comparison : all) {
      Kind kind = comparison.kind();
      if (kind != null) {
        bySubject
            .computeIfAbsent(
                new Subject(kind, comparison.stage(), comparison.theme()),
                none -> new ArrayList<>())
            .add(comparison);
      }
    }
    int applications = (int) all.stream().map(Comparison::applicationId).distinct().count();
    return new BlindSpots(
        candidate.asOf(),
        Basis.of(applications),
        applications,
        all.size(),
        bySubject.entrySet().stream()
            .map(entry -> finding(entry.getKey(), entry.getValue(), all))
            .sorted(MOST_OFTEN_FIRST)
            .toList());
  }

  private static Finding finding(
      Subject subject, List<Comparison> occurrences, List<Comparison> all) {
    int compared =
        (int)
            all.stream()
                .filter(c -> c.stage() == subject.stage() && c.theme() == subject.theme())
                .count();
    return new Finding(
        subject.kind(),
        subject.stage(),
        subject.theme(),
        occurrences.size(),
        compared,
        subject.stage() == null ? null : mean(occurrences),
        List.copyOf(occurrences));
  }

  private static double mean(List<Comparison> occurrences) {
    double mean =
        occurrences.stream()
            .map(Comparison::difference)
            .filter(Objects::nonNull)
            .mapToInt(Integer::intValue)
            .average()
            .orElse(0);
    return Math.round(mean * 100) / 100.0;
  }

  private record Subject(Kind kind, @Nullable StageKind stage, @Nullable Theme theme) {}
}
