package dev.rebound.insights.handling;

import dev.rebound.chassis.http.Problems;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.growthplan.GrowthPlan;
import dev.rebound.insights.growthplan.GrowthPlanCommand.AdoptGoal;
import dev.rebound.insights.growthplan.goals.Goals;
import dev.rebound.insights.growthplan.goals.Horizon;
import dev.rebound.insights.growthplan.goals.Proposal;
import dev.rebound.insights.handling.GoalRequests.AdoptionRequest;
import java.time.LocalDate;
import java.util.UUID;

/** What is known of a candidate when a command on a goal comes in. */
record Known(CandidateContexts contexts, GrowthPlan plan) {

  /**
   * The command that takes a proposal on. For a goal that was taken on before it is the same goal
   * again, which the write model refuses, whether or not it would still be proposed.
   *
   * <p>Fails with 404 where the id is neither.
   */
  AdoptGoal adoption(UUID id, AdoptionRequest request, LocalDate today) {
    UUID candidate = contexts.candidate().candidateId();
    return plan.goal(id)
        .map(goal -> goal.course())
        .map(course -> new AdoptGoal(candidate, id, course.theme(), course.intent(), today))
        .or(() ->
            Goals.proposal(contexts, plan, id)
                .map(proposal ->
                    new AdoptGoal(
                        candidate,
                        id,
                        proposal.thread().theme(),
                        request.over(proposal.intent(), dueOn(proposal, today)),
                        today)))
        .orElseThrow(Problems::notFound);
  }

  /** Fails with 409 where the goal is only proposed, and with 404 where there is none. */
  void demandAdopted(UUID id) {
    if (plan.goal(id).isEmpty()) {
      throw Goals.proposal(contexts, plan, id).isPresent()
          ? GoalProblems.notAdopted()
          : Problems.notFound();
    }
  }

  private static LocalDate dueOn(Proposal proposal, LocalDate today) {
    return Horizon.of(proposal.thread().control()).from(today);
  }
}
