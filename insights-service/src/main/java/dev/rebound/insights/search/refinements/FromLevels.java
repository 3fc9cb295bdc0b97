package dev.rebound.insights.search.refinements;

import dev.rebound.events.Control;
import dev.rebound.events.RefinementKind;
import dev.rebound.events.Salary;
import dev.rebound.events.SalaryPeriod;
import dev.rebound.events.Seniority;
import dev.rebound.events.Theme;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.search.LeastPay;
import dev.rebound.insights.search.Pay;
import dev.rebound.insights.search.matching.Levels;
import dev.rebound.insights.search.refinements.FromRejections.Said;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes out of rejections whose level or pay did not fit. From two contexts on, since one
 * reader's idea of a level is not the market's.
 */
final class FromLevels {

  private static final Set<Control> NOT_NOW = Set.of(Control.LONG_TERM, Control.OUT_OF_CONTROL);

  /** Pay is suggested in steps of this much a year. */
  private static final BigDecimal STEP = BigDecimal.valueOf(1000);

  private final CandidateContexts contexts;

  FromLevels(CandidateContexts contexts) {
    this.contexts = contexts;
  }

  List<Suggestion> suggestions() {
    return Stream.of(tooHigh(), tooLow(), pay()).flatMap(Optional::stream).toList();
  }

  /** Rejected for too little experience: below the lowest of these levels. */
  private Optional<Suggestion> tooHigh() {
    List<Said> said = levelled(Theme.SENIORITY);
    return levels(said).stream()
        .min(Seniority::compareTo)
        .filter(lowest -> lowest.compareTo(Seniority.JUNIOR) > 0)
        .filter(lowest -> said.size() >= FromRejections.TASTE)
        .map(lowest ->
            suggestion(
                RefinementKind.SENIORITY,
                "at most " + Seniority.values()[lowest.ordinal() - 1],
                said,
                "More experience was asked for in " + share(said) + "."));
  }

  /** Rejected for too much experience: above the highest of these levels. */
  private Optional<Suggestion> tooLow() {
    List<Said> said = levelled(Theme.OVERQUALIFIED);
    return levels(said).stream()
        .max(Seniority::compareTo)
        .filter(highest -> highest != Seniority.EXECUTIVE)
        .filter(highest -> said.size() >= FromRejections.TASTE)
        .map(highest ->
            suggestion(
                RefinementKind.SENIORITY,
                "at least " + Seniority.values()[highest.ordinal() + 1],
                said,
                "You had more experience than was wanted in " + share(said) + "."));
  }

  private List<Said> levelled(Theme theme) {
    return FromRejections.saidOf(contexts, theme, NOT_NOW).stream()
        .filter(said -> Levels.of(said.application().posting()).isPresent())
        .toList();
  }

  private static Set<Seniority> levels(List<Said> said) {
    return said.stream()
        .flatMap(s -> Levels.of(s.application().posting()).stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Seniority.class)));
  }

  /** Expectations above the budget: look for more than the best of these budgets. */
  private Optional<Suggestion> pay() {
    Map<String, List<Said>> byCurrency = new TreeMap<>();
    FromRejections.saidOf(contexts, Theme.SALARY_EXPECTATIONS, EnumSet.allOf(Control.class))
        .forEach(said -> {
          Salary budget = said.application().posting().salary();
          if (budget != null && (budget.max() != null || budget.min() != null)) {
            byCurrency.computeIfAbsent(budget.currency(), none -> new ArrayList<>()).add(said);
          }
        });
    return byCurrency.entrySet().stream()
        .filter(group -> group.getValue().size() >= FromRejections.TASTE)
        .findFirst()
        .map(group ->
            suggestion(
                RefinementKind.SALARY,
                LeastPay.of(above(group.getValue()), group.getKey(), SalaryPeriod.YEAR),
                group.getValue(),
                "What you asked for was above the budget in " + share(group.getValue()) + "."));
  }

  private static BigDecimal above(List<Said> said) {
    return said.stream()
        .flatMap(s -> Stream.ofNullable(s.application().posting().salary()))
        .flatMap(budget ->
            Stream.ofNullable(budget.max() == null ? budget.min() : budget.max())
                .map(most -> Pay.yearly(most, budget.period())))
        .max(BigDecimal::compareTo)
        .orElse(BigDecimal.ZERO)
        .divide(STEP, 0, RoundingMode.FLOOR)
        .add(BigDecimal.ONE)
        .multiply(STEP);
  }

  private String share(List<Said> said) {
    return said.size() + " of " + contexts.rejected().size() + " rejections";
  }

  private static Suggestion suggestion(
      RefinementKind kind, String value, List<Said> said, String reason) {
    List<RefinementEvidence> evidence =
        said.stream().flatMap(s -> s.refinementEvidence().stream()).toList();
    return new Suggestion(kind, value, 0, reason, evidence, Confidence.ofWords(evidence));
  }
}
