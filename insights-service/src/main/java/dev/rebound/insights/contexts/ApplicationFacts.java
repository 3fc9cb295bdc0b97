package dev.rebound.insights.contexts;

import dev.rebound.events.Posting;
import dev.rebound.events.StageKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One application: the posting, how far it went, how it ended, and what was said about it.
 *
 * <p>Feedback may be known before the application itself is; until then the posting is empty and
 * {@code appliedOn} is null.
 *
 * @param posting with its description where one was recorded, without its link
 * @param stages the stages that took place, in the order of {@link StageKind}
 * @param rejection the rejection that stands; null again after a reopening
 * @param reflection the candidate's latest reflection
 * @param feedback what came in about it, oldest first
 */
public record ApplicationFacts(
    UUID candidateId,
    UUID id,
    Map<String, Integer> taken,
    Posting posting,
    @Nullable String board,
    Status status,
    @Nullable LocalDate appliedOn,
    List<Stage> stages,
    @Nullable Rejection rejection,
    @Nullable LocalDate offeredOn,
    @Nullable Reflection reflection,
    List<FeedbackGiven> feedback)
    implements Facts {

  /** A posting of which nothing is known yet. */
  static final Posting NO_POSTING =
      new Posting(null, null, null, null, null, null, null, null, null, null, null);

  /** The states of an application, as the API names them. */
  public enum Status {
    ACTIVE,
    REJECTED,
    WITHDRAWN,
    OFFERED
  }

  /**
   * A stage that took place.
   *
   * @param reachedOn null where only the rejection mentions the stage
   */
  public record Stage(StageKind kind, @Nullable LocalDate reachedOn) {}

  public ApplicationFacts {
    taken = taken == null ? Map.of() : Map.copyOf(taken);
    posting = posting == null ? NO_POSTING : posting;
    stages = stages == null ? List.of() : List.copyOf(stages);
    feedback = feedback == null ? List.of() : List.copyOf(feedback);
  }

  /** An application of which nothing but its id is known. */
  public static ApplicationFacts unknown(UUID candidateId, UUID id) {
    return new ApplicationFacts(
        candidateId,
        id,
        Map.of(),
        NO_POSTING,
        null,
        Status.ACTIVE,
        null,
        List.of(),
        null,
        null,
        null,
        List.of());
  }

  /** Whether the application itself is known, and not only what was said about it. */
  public boolean known() {
    return appliedOn != null || rejection != null;
  }

  /** Whether it got anywhere: past the review of the papers, or to an offer. */
  public boolean progressed() {
    return offeredOn != null
        || stages.stream().anyMatch(stage -> stage.kind() != StageKind.APPLICATION_REVIEW);
  }

  @Override
  public List<Said> said() {
    List<Said> all = new ArrayList<>();
    if (rejection != null) {
      all.add(Said.in(id, rejection));
    }
    feedback.forEach(given -> all.add(Said.in(id, given)));
    if (reflection != null) {
      all.add(Said.in(id, reflection));
    }
    return all;
  }

  /**
   * The day it is placed at among the contexts: the rejection, else the offer, the last stage, the
   * application, and for one that is known by its feedback alone the first feedback.
   */
  public @Nullable LocalDate heldOn() {
    if (rejection != null) {
      return rejection.rejectedOn();
    }
    if (offeredOn != null) {
      return offeredOn;
    }
    return stages.stream()
        .map(Stage::reachedOn)
        .filter(Objects::nonNull)
        .max(LocalDate::compareTo)
        .orElseGet(this::appliedOrHeardOn);
  }

  private @Nullable LocalDate appliedOrHeardOn() {
    return appliedOn != null || feedback.isEmpty() ? appliedOn : feedback.getFirst().receivedOn();
  }

  ApplicationFacts withTaken(Map<String, Integer> versions) {
    return new ApplicationFacts(
        candidateId,
        id,
        versions,
        posting,
        board,
        status,
        appliedOn,
        stages,
        rejection,
        offeredOn,
        reflection,
        feedback);
  }

  ApplicationFacts withPosting(Posting newPosting) {
    return new ApplicationFacts(
        candidateId,
        id,
        taken,
        newPosting,
        board,
        status,
        appliedOn,
        stages,
        rejection,
        offeredOn,
        reflection,
        feedback);
  }

  ApplicationFacts withSubmission(LocalDate on, @Nullable String toBoard) {
    return new ApplicationFacts(
        candidateId,
        id,
        taken,
        posting,
        toBoard,
        status,
        on,
        stages,
        rejection,
        offeredOn,
        reflection,
        feedback);
  }

  ApplicationFacts withStages(List<Stage> newStages) {
    return new ApplicationFacts(
        candidateId,
        id,
        taken,
        posting,
        board,
        status,
        appliedOn,
        newStages,
        rejection,
        offeredOn,
        reflection,
        feedback);
  }

  ApplicationFacts withEnd(
      Status newStatus, @Nullable Rejection newRejection, @Nullable LocalDate newOffer) {
    return new ApplicationFacts(
        candidateId,
        id,
        taken,
        posting,
        board,
        newStatus,
        appliedOn,
        stages,
        newRejection,
        newOffer,
        reflection,
        feedback);
  }

  ApplicationFacts withReflection(Reflection latest) {
    return new ApplicationFacts(
        candidateId,
        id,
        taken,
        posting,
        board,
        status,
        appliedOn,
        stages,
        rejection,
        offeredOn,
        latest,
        feedback);
  }

  ApplicationFacts withFeedback(List<FeedbackGiven> all) {
    return new ApplicationFacts(
        candidateId,
        id,
        taken,
        posting,
        board,
        status,
        appliedOn,
        stages,
        rejection,
        offeredOn,
        reflection,
        all);
  }
}
