package dev.rebound.insights.growthplan.goals;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rebound.analysis.Polarity;
import dev.rebound.events.Control;
import dev.rebound.events.Theme;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.contexts.Evidence;
import dev.rebound.insights.figures.Basis;
import dev.rebound.insights.growthplan.GrowthPlan;
import dev.rebound.insights.growthplan.PlannedGoal;
import dev.rebound.insights.growthplan.goals.Goal.Status;
import dev.rebound.insights.threads.CommonThreads;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All goals of a candidate: worked on, proposed, and closed, in this order.
 *
 * @param status whether there is enough to propose anything from
 * @param contexts in how many contexts anything was said: what the proposals rest on
 */
public record Goals(
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant asOf,
    Basis status,
    int contexts,
    List<Goal> goals) {

  private static final Comparator<Goal> ORDER =
      Comparator.comparing((Goal goal) -> rank(goal.status()))
          .thenComparing(Goal::dueOn, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()));

  /** The goals that a candidate's contexts and decisions add up to. */
  public static Goals of(CandidateContexts contexts, GrowthPlan plan) {
    CommonThreads threads = CommonThreads.of(contexts);
    List<Evidence> evidence = contexts.evidence();
    Stream<Goal> decided =
        plan.goals().reversed().values().stream().map(goal -> goal(contexts, evidence, goal));
    Stream<Goal> proposed =
        new Proposals(contexts.candidate().candidateId(), threads, plan)
            .proposed().stream().map(Goal::of);
    return new Goals(
        contexts.asOf(),
        Basis.of(threads.tellingContexts()),
        threads.tellingContexts(),
        Stream.concat(decided, proposed).sorted(ORDER).toList());
  }

  /** One goal that was taken on, with what was said of its theme. */
  public static Goal goal(CandidateContexts contexts, PlannedGoal goal) {
    return goal(contexts, contexts.evidence(), goal);
  }

  private static Goal goal(CandidateContexts contexts, List<Evidence> evidence, PlannedGoal goal) {
    List<Evidence> critique = critique(evidence, goal.course().theme());
    return Goal.of(goal, critique, Effect.of(goal.course(), contexts, evidence, critique));
  }

  /** The goal of this id, whether it was taken on or is shown as a proposal. */
  public static Optional<Goal> goal(CandidateContexts contexts, GrowthPlan plan, UUID goalId) {
    return of(contexts, plan).goals().stream().filter(goal -> goal.id().equals(goalId)).findFirst();
  }

  /** The proposal of this id, where the candidate's weaknesses lead to one. */
  public static Optional<Proposal> proposal(
      CandidateContexts contexts, GrowthPlan plan, UUID goalId) {
    return new Proposals(contexts.candidate().candidateId(), CommonThreads.of(contexts), plan)
        .proposal(goalId);
  }

  /**
   * What criticises a theme, newest first. Who works on what is in nobody's hands by itself, such
   * as a permit, wants to see it; of other themes what was put down to others does not count.
   */
  private static List<Evidence> critique(List<Evidence> evidence, Theme theme) {
    return evidence.stream()
        .filter(said -> said.theme() == theme && said.polarity() == Polarity.NEGATIVE)
        .filter(said -> said.inHand() || theme.defaultControl() == Control.OUT_OF_CONTROL)
        .sorted(Comparator.comparing(Evidence::at).reversed().thenComparing(Evidence::id))
        .toList();
  }

  private static int rank(Status status) {
    return switch (status) {
      case ADOPTED -> 0;
      case PROPOSED -> 1;
      case ACHIEVED -> 2;
      case ABANDONED -> 3;
    };
  }
}
