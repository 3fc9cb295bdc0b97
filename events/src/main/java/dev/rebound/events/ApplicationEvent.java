package dev.rebound.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to applications; published on {@code rebound.applications}. */
public sealed interface ApplicationEvent extends ReboundEvent {

  /**
   * A candidate recorded an application, or a board reported it.
   *
   * @param boardCandidate the board's own id of the candidate, where the board reported it
   * @param boardApplication the board's own id of the application; null in what was written before
   *     it was kept
   */
  record ApplicationSubmitted(
      UUID applicationId,
      UUID candidateId,
      Posting posting,
      LocalDate appliedOn,
      @Nullable Recruiter recruiter,
      @Nullable String board,
      @Personal @Nullable String boardCandidate,
      @Personal @Nullable String boardApplication)
      implements ApplicationEvent {}

  /**
   * The posting, the recruiter or the day of the application was put right; all are carried as they
   * are now.
   *
   * @param appliedOn null in what was written before the day could be put right: it stays
   */
  record ApplicationCorrected(
      UUID applicationId,
      UUID candidateId,
      Posting posting,
      @Nullable Recruiter recruiter,
      @Nullable LocalDate appliedOn)
      implements ApplicationEvent {}

  /** A stage of the process took place. */
  record StageReached(
      UUID applicationId,
      UUID candidateId,
      StageKind stage,
      LocalDate reachedOn,
      @Personal @Nullable String note)
      implements ApplicationEvent {}

  /**
   * The application was rejected. Carries what feedback and insights need to work alone.
   *
   * @param stage the stage it ended at, where it is known
   * @param stages every stage that took place, in order
   * @param posting without its long text
   * @param recruiter whom to ask for feedback, where known
   * @param candidateName whom the recruiter knows the application by, where that was told
   */
  record ApplicationRejected(
      UUID applicationId,
      UUID candidateId,
      @Nullable StageKind stage,
      LocalDate rejectedOn,
      RejectionSource source,
      @Nullable RejectionReason reason,
      @Personal @Nullable String message,
      Posting posting,
      List<StageKind> stages,
      @Nullable Recruiter recruiter,
      @Nullable String board,
      @Personal @Nullable String candidateName)
      implements ApplicationEvent {

    public ApplicationRejected {
      stages = stages == null ? List.of() : List.copyOf(stages);
    }
  }

  /**
   * A rejection was taken back, or a withdrawal that a board had told of; the application is active
   * again.
   */
  record ApplicationReopened(UUID applicationId, UUID candidateId) implements ApplicationEvent {}

  /** The candidate stepped back. */
  record ApplicationWithdrawn(
      UUID applicationId, UUID candidateId, @Personal @Nullable String reason)
      implements ApplicationEvent {}

  /** The candidate got an offer. */
  record OfferReceived(UUID applicationId, UUID candidateId, LocalDate receivedOn)
      implements ApplicationEvent {}

  /** The candidate finished reflecting on an application; a later one replaces the former. */
  record ReflectionCompleted(
      UUID applicationId,
      UUID candidateId,
      List<StageReflection> stages,
      List<Cause> causes,
      @Nullable RoleReflection role,
      @Personal @Nullable String lessons)
      implements ApplicationEvent {

    public ReflectionCompleted {
      stages = stages == null ? List.of() : List.copyOf(stages);
      causes = causes == null ? List.of() : List.copyOf(causes);
    }
  }

  /** What the candidate allows one board to see changed. */
  record ConsentChanged(UUID candidateId, String board, boolean shareSearch)
      implements ApplicationEvent {}

  /**
   * A person asked to be forgotten. The last event there will ever be of this candidate: the key
   * that the words were sealed under is destroyed after it.
   */
  record SubjectErased(UUID candidateId) implements ApplicationEvent {}
}
