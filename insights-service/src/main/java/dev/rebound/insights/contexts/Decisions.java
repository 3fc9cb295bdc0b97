package dev.rebound.insights.contexts;

import dev.rebound.events.ApplicationEvent.ConsentChanged;
import dev.rebound.events.InsightsEvent;
import dev.rebound.events.InsightsEvent.CauseReclassified;
import dev.rebound.events.InsightsEvent.GoalAbandoned;
import dev.rebound.events.InsightsEvent.GoalAchieved;
import dev.rebound.events.InsightsEvent.GoalAdopted;
import dev.rebound.events.InsightsEvent.GoalChanged;
import dev.rebound.events.InsightsEvent.GoalCheckedIn;
import dev.rebound.events.InsightsEvent.RefinementAccepted;
import dev.rebound.events.InsightsEvent.RefinementDismissed;
import dev.rebound.events.InsightsEvent.SearchProfileChanged;
import dev.rebound.insights.contexts.CandidateFacts.CheckIn;
import dev.rebound.insights.contexts.CandidateFacts.Correction;
import dev.rebound.insights.contexts.CandidateFacts.Goal;
import dev.rebound.insights.contexts.CandidateFacts.GoalStatus;
import dev.rebound.insights.contexts.CandidateFacts.RefinementDecision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What candidates decide, folded into the one row of theirs that belongs to no context. */
final class Decisions {

  private Decisions() {}

  static CandidateFacts evolve(CandidateFacts facts, ConsentChanged consent) {
    TreeSet<String> boards = new TreeSet<>(facts.sharesSearchWith());
    if (consent.shareSearch()) {
      boards.add(consent.board());
    } else {
      boards.remove(consent.board());
    }
    return facts.withSharesSearchWith(List.copyOf(boards));
  }

  /**
   * The facts with one more decision.
   *
   * @param on the day it was taken in, UTC
   */
  static CandidateFacts evolve(CandidateFacts facts, LocalDate on, InsightsEvent event) {
    return switch (event) {
      case CauseReclassified corrected -> facts.withCorrections(corrections(facts, corrected));
      case GoalAdopted adopted ->
          facts.withGoals(plus(facts.goals(), adopted.goalId(), of(adopted)));
      case GoalChanged changed -> goal(facts, changed.goalId(), goal -> edited(goal, changed));
      case GoalCheckedIn checked -> goal(facts, checked.goalId(), goal -> checkedIn(goal, checked));
      case GoalAchieved achieved ->
          goal(
              facts,
              achieved.goalId(),
              goal -> closed(goal, GoalStatus.ACHIEVED, achieved.on(), achieved.note()));
      case GoalAbandoned abandoned ->
          goal(
              facts,
              abandoned.goalId(),
              goal -> closed(goal, GoalStatus.ABANDONED, abandoned.on(), abandoned.reason()));
      case RefinementAccepted accepted ->
          refinement(
              facts,
              new RefinementDecision(
                  accepted.refinementId(), accepted.kind(), accepted.value(), true, on, null));
      case RefinementDismissed dismissed ->
          refinement(
              facts,
              new RefinementDecision(
                  dismissed.refinementId(),
                  dismissed.kind(),
                  dismissed.value(),
                  false,
                  on,
                  dismissed.reason()));
      case SearchProfileChanged changed -> facts.withProfile(changed.profile());
    };
  }

  private static Map<UUID, Correction> corrections(CandidateFacts facts, CauseReclassified event) {
    Correction correction = new Correction(event.theme(), event.control(), event.dismissed());
    Map<UUID, Correction> all = plus(facts.corrections(), event.evidenceId(), correction);
    if (correction.asRead()) {
      all.remove(event.evidenceId());
    }
    return all;
  }

  private static CandidateFacts goal(CandidateFacts facts, UUID id, UnaryOperator<Goal> change) {
    @Nullable Goal goal = facts.goals().get(id);
    return goal == null ? facts : facts.withGoals(plus(facts.goals(), id, change.apply(goal)));
  }

  private static CandidateFacts refinement(CandidateFacts facts, RefinementDecision decision) {
    return facts.withRefinements(plus(facts.refinements(), decision.id(), decision));
  }

  private static Goal of(GoalAdopted event) {
    return new Goal(
        event.goalId(),
        event.theme(),
        GoalStatus.ADOPTED,
        event.statement(),
        Objects.requireNonNullElse(event.focalPoints(), List.of()),
        event.actions(),
        event.dueOn(),
        event.adoptedOn(),
        List.of(),
        null,
        null);
  }

  private static Goal edited(Goal goal, GoalChanged event) {
    return new Goal(
        goal.id(),
        goal.theme(),
        goal.status(),
        event.statement(),
        Objects.requireNonNullElse(event.focalPoints(), List.of()),
        event.actions(),
        event.dueOn(),
        goal.adoptedOn(),
        goal.checkIns(),
        goal.closedOn(),
        goal.closingWords());
  }

  private static Goal checkedIn(Goal goal, GoalCheckedIn event) {
    List<CheckIn> checkIns = new ArrayList<>(goal.checkIns());
    checkIns.add(new CheckIn(event.on(), event.note(), event.progress()));
    return new Goal(
        goal.id(),
        goal.theme(),
        goal.status(),
        goal.statement(),
        goal.focalPoints(),
        goal.actions(),
        goal.dueOn(),
        goal.adoptedOn(),
        checkIns,
        goal.closedOn(),
        goal.closingWords());
  }

  private static Goal closed(Goal goal, GoalStatus status, LocalDate on, @Nullable String words) {
    return new Goal(
        goal.id(),
        goal.theme(),
        status,
        goal.statement(),
        goal.focalPoints(),
        goal.actions(),
        goal.dueOn(),
        goal.adoptedOn(),
        goal.checkIns(),
        on,
        words);
  }

  private static <T> Map<UUID, T> plus(Map<UUID, T> map, UUID id, T value) {
    Map<UUID, T> all = new HashMap<>(map);
    all.put(id, value);
    return all;
  }
}
