package dev.rebound.insights.contexts;

import dev.rebound.events.Control;
import dev.rebound.events.GoalAction;
import dev.rebound.events.RefinementKind;
import dev.rebound.events.SearchProfile;
import dev.rebound.events.Theme;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to the candidate and to no context: what they decided on what they were shown.
 *
 * @param corrections how they want evidence read, by its id
 * @param goals the goals they took on, by id; proposals are computed and not kept
 * @param refinements the refinements of the search they decided on, by id
 * @param profile what they look for; {@link SearchProfile#EMPTY} until they said
 * @param sharesSearchWith the boards that may apply their search
 */
public record CandidateFacts(
    UUID candidateId,
    Map<String, Integer> taken,
    Map<UUID, Correction> corrections,
    Map<UUID, Goal> goals,
    Map<UUID, RefinementDecision> refinements,
    SearchProfile profile,
    List<String> sharesSearchWith)
    implements Facts {

  /**
   * How evidence is to be read; what is null stays as read.
   *
   * @param dismissed true takes it out of every figure
   */
  public record Correction(
      @Nullable Theme theme, @Nullable Control control, @Nullable Boolean dismissed) {

    /** Whether it changes nothing. */
    boolean asRead() {
      return theme == null && control == null && !Boolean.TRUE.equals(dismissed);
    }
  }

  /** The states of a goal that was taken on. */
  public enum GoalStatus {
    ADOPTED,
    ACHIEVED,
    ABANDONED
  }

  /**
   * A goal that was taken on.
   *
   * @param closedOn the day it was achieved or abandoned
   * @param closingWords what the candidate said then
   */
  public record Goal(
      UUID id,
      Theme theme,
      GoalStatus status,
      @Nullable String statement,
      List<String> focalPoints,
      List<GoalAction> actions,
      @Nullable LocalDate dueOn,
      LocalDate adoptedOn,
      List<CheckIn> checkIns,
      @Nullable LocalDate closedOn,
      @Nullable String closingWords) {

    public Goal {
      focalPoints = focalPoints == null ? List.of() : List.copyOf(focalPoints);
      actions = actions == null ? List.of() : List.copyOf(actions);
      checkIns = checkIns == null ? List.of() : List.copyOf(checkIns);
    }
  }

  /**
   * A look at how a goal is going.
   *
   * @param progress 0 to 100 per cent by the candidate's own feeling
   */
  public record CheckIn(LocalDate on, @Nullable String note, @Nullable Integer progress) {}

  /**
   * What became of a suggested refinement.
   *
   * @param reason why it was dismissed, in the candidate's words
   */
  public record RefinementDecision(
      UUID id,
      RefinementKind kind,
      @Nullable String value,
      boolean accepted,
      LocalDate decidedOn,
      @Nullable String reason) {}

  public CandidateFacts {
    taken = taken == null ? Map.of() : Map.copyOf(taken);
    corrections = corrections == null ? Map.of() : Map.copyOf(corrections);
    goals = goals == null ? Map.of() : Map.copyOf(goals);
    refinements = refinements == null ? Map.of() : Map.copyOf(refinements);
    profile = profile == null ? SearchProfile.EMPTY : profile;
    sharesSearchWith = sharesSearchWith == null ? List.of() : List.copyOf(sharesSearchWith);
  }

  /** A candidate who has not decided anything yet. */
  public static CandidateFacts undecided(UUID candidateId) {
    return new CandidateFacts(
        candidateId, Map.of(), Map.of(), Map.of(), Map.of(), SearchProfile.EMPTY, List.of());
  }

  @Override
  public UUID id() {
    return candidateId;
  }

  CandidateFacts withTaken(Map<String, Integer> taken) {
    return new CandidateFacts(
        candidateId, taken, corrections, goals, refinements, profile, sharesSearchWith);
  }

  CandidateFacts withCorrections(Map<UUID, Correction> corrections) {
    return new CandidateFacts(
        candidateId, taken, corrections, goals, refinements, profile, sharesSearchWith);
  }

  CandidateFacts withGoals(Map<UUID, Goal> goals) {
    return new CandidateFacts(
        candidateId, taken, corrections, goals, refinements, profile, sharesSearchWith);
  }

  CandidateFacts withRefinements(Map<UUID, RefinementDecision> refinements) {
    return new CandidateFacts(
        candidateId, taken, corrections, goals, refinements, profile, sharesSearchWith);
  }

  CandidateFacts withProfile(SearchProfile profile) {
    return new CandidateFacts(
        candidateId, taken, corrections, goals, refinements, profile, sharesSearchWith);
  }

  CandidateFacts withSharesSearchWith(List<String> sharesSearchWith) {
    return new CandidateFacts(
        candidateId, taken, corrections, goals, refinements, profile, sharesSearchWith);
  }
}
