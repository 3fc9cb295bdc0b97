package dev.rebound.insights.threads;

import dev.rebound.analysis.Polarity;
import dev.rebound.events.Control;
import dev.rebound.events.Theme;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.contexts.Evidence;
import dev.rebound.insights.contexts.EvidenceSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The threads of one candidate. A theme that was both praised and criticised is a weakness unless
 * the praise weighs more, and then it is a strength.
 *
 * @param tellingContexts how many contexts said anything about any theme: what all of it rests on
 * @param weaknesses what weighs most first
 * @param strengths what weighs most first
 */
public record CommonThreads(
    int tellingContexts, List<CommonThread> weaknesses, List<CommonThread> strengths) {

  private static final Comparator<CommonThread> WEIGHTIEST_FIRST =
      Comparator.comparingDouble(CommonThread::score)
          .thenComparingInt(CommonThread::contexts)
          .reversed()
          .thenComparing(CommonThread::theme);

  /** Finds the threads in a candidate's contexts. */
  public static CommonThreads of(CandidateContexts candidate) {
    Timeline timeline = Timeline.of(candidate);
    List<CommonThread> weaknesses = new ArrayList<>();
    List<CommonThread> strengths = new ArrayList<>();
    // 'Not a culture fit' names nothing to work on, whoever it is put down to.
    for (Theme theme : EnumSet.complementOf(EnumSet.of(Theme.CULTURE_FIT))) {
      Side critique = Side.of(timeline, theme, Polarity.NEGATIVE);
      Side praise = Side.of(timeline, theme, Polarity.POSITIVE);
      if (praise.sum() > critique.sum()) {
        strengths.add(thread(timeline, theme, praise, critique));
      } else if (!critique.evidence().isEmpty()) {
        weaknesses.add(thread(timeline, theme, critique, praise));
      }
    }
    weaknesses.sort(WEIGHTIEST_FIRST);
    strengths.sort(WEIGHTIEST_FIRST);
    return new CommonThreads(
        timeline.contexts().size(), List.copyOf(weaknesses), List.copyOf(strengths));
  }

  /** The weakness of this theme, where it is one. */
  public Optional<CommonThread> weakness(Theme theme) {
    return weaknesses.stream().filter(thread -> thread.theme() == theme).findFirst();
  }

  /** What was said about a theme in one direction, and what each context's part of it weighs. */
  private record Side(List<Evidence> evidence, Map<UUID, Double> weights) {

    static Side of(Timeline timeline, Theme theme, Polarity polarity) {
      List<Evidence> all = new ArrayList<>();
      Map<UUID, Double> weights =
          timeline.contexts().stream()
              .map(context -> {
                List<Evidence> said =
                    context.evidence().stream()
                        .filter(e -> e.theme() == theme && e.polarity() == polarity)
                        .filter(Evidence::inHand)
                        .toList();
                all.addAll(said);
                long age = timeline.daysBeforeNewest(context);
                return Map.entry(context.id(), Weighing.ofContext(said, age));
              })
              .filter(entry -> entry.getValue() > 0)
              .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
      return new Side(List.copyOf(all), weights);
    }

    double sum() {
      return weights.values().stream().mapToDouble(Double::doubleValue).sum();
    }
  }

  private static CommonThread thread(Timeline timeline, Theme theme, Side side, Side opposite) {
    List<Evidence> evidence =
        side.evidence().stream()
            .sorted(
                Comparator.comparingDouble(Weighing::weight)
                    .thenComparing(Evidence::at)
                    .reversed()
                    .thenComparing(Evidence::id))
            .toList();
    Set<UUID> contexts = side.weights().keySet();
    return new CommonThread(
        theme,
        control(theme, evidence),
        timeline.status(contexts),
        contexts.size(),
        distinct(evidence, Evidence::applicationId).size(),
        evidence.size(),
        sources(evidence),
        distinct(evidence, Evidence::stage).stream().sorted().toList(),
        Weighing.score(List.copyOf(side.weights().values()), opposite.sum()),
        timeline.trend(contexts),
        evidence.stream().map(Evidence::at).min(LocalDate::compareTo).orElseThrow(),
        evidence.stream().map(Evidence::at).max(LocalDate::compareTo).orElseThrow(),
        evidence,
        advice(timeline, theme));
  }

  /** How far a theme is in the candidate's hands: what most of this evidence of it says. */
  public static Control control(Theme theme, List<Evidence> evidence) {
    Map<Control, Long> votes =
        evidence.stream().collect(Collectors.groupingBy(Evidence::control, Collectors.counting()));
    return votes.entrySet().stream()
        .max(
            Map.Entry.<Control, Long>comparingByValue()
                .thenComparing(vote -> vote.getKey() == theme.defaultControl())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(theme.defaultControl());
  }

  private static Map<EvidenceSource, Integer> sources(List<Evidence> evidence) {
    Map<EvidenceSource, Integer> sources = new EnumMap<>(EvidenceSource.class);
    evidence.forEach(e -> sources.merge(e.source(), 1, Integer::sum));
    return sources;
  }

  private static List<Evidence> advice(Timeline timeline, Theme theme) {
    return timeline.contexts().stream()
        .flatMap(context -> context.evidence().stream())
        .filter(e -> e.theme() == theme && e.polarity() == Polarity.NEUTRAL)
        .sorted(Comparator.comparing(Evidence::at).reversed().thenComparing(Evidence::id))
        .toList();
  }

  private static <T> Set<T> distinct(
      List<Evidence> evidence,
      Function<Evidence, ? extends @org.jspecify.annotations.Nullable T> part) {
    return evidence.stream()
        .flatMap(e -> Stream.ofNullable(part.apply(e)))
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }
}
