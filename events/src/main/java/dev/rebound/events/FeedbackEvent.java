package dev.rebound.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens when feedback is asked for and given; published on {@code rebound.feedback}. */
public sealed interface FeedbackEvent extends ReboundEvent {

  /**
   * A recruiter is asked for feedback, round 1.
   *
   * @param posting without its long text
   * @param stages the stages that took place
   * @param message the candidate's own words to the recruiter
   * @param candidateName who asks, where that is told
   */
  record FeedbackRequested(
      UUID requestId,
      UUID applicationId,
      UUID candidateId,
      RequestOrigin origin,
      Recruiter recruiter,
      Posting posting,
      List<StageKind> stages,
      @Personal @Nullable String message,
      @Nullable String board,
      Instant expiresAt,
      @Personal @Nullable String candidateName)
      implements FeedbackEvent {

    public FeedbackRequested {
      stages = stages == null ? List.of() : List.copyOf(stages);
    }
  }

  /**
   * Feedback came in: from a recruiter who was asked, or recorded by the candidate.
   *
   * @param requestId the request it answers; null where the candidate recorded it
   * @param round 1, or 2 after the request for depth
   * @param decisive the themes that decided it, by the giver's word
   */
  record FeedbackReceived(
      UUID feedbackId,
      @Nullable UUID requestId,
      @Nullable UUID applicationId,
      UUID candidateId,
      FeedbackSource source,
      LocalDate receivedOn,
      int round,
      @Personal @Nullable String comments,
      List<ThemeRating> ratings,
      List<StageRating> stages,
      List<Theme> decisive,
      FeedbackSpecificity specificity)
      implements FeedbackEvent {

    public FeedbackReceived {
      ratings = ratings == null ? List.of() : List.copyOf(ratings);
      stages = stages == null ? List.of() : List.copyOf(stages);
      decisive = decisive == null ? List.of() : List.copyOf(decisive);
    }
  }

  /** The answer was generic, so the recruiter is asked again for exactly what was missing. */
  record FeedbackDetailRequested(
      UUID requestId,
      UUID applicationId,
      UUID candidateId,
      int round,
      List<MissingPart> missing,
      Instant expiresAt)
      implements FeedbackEvent {

    public FeedbackDetailRequested {
      missing = missing == null ? List.of() : List.copyOf(missing);
    }
  }

  /** The recruiter was reminded. */
  record FeedbackReminded(
      UUID requestId, UUID applicationId, UUID candidateId, int round, Instant remindedAt)
      implements FeedbackEvent {}

  /** The recruiter will not answer. */
  record FeedbackDeclined(
      UUID requestId, UUID applicationId, UUID candidateId, @Personal @Nullable String reason)
      implements FeedbackEvent {}

  /** Nobody answered in time. */
  record FeedbackRequestExpired(UUID requestId, UUID applicationId, UUID candidateId)
      implements FeedbackEvent {}

  /** The candidate took the request back. */
  record FeedbackRequestCancelled(UUID requestId, UUID applicationId, UUID candidateId)
      implements FeedbackEvent {}
}
