package dev.rebound.feedback.feedbackrequest;

import dev.rebound.events.FeedbackEvent.FeedbackRequested;
import dev.rebound.events.Posting;
import dev.rebound.events.Recruiter;
import dev.rebound.events.RequestOrigin;
import dev.rebound.events.StageKind;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stays the same over the life of a request.
 *
 * @param posting without its long text
 * @param stages the stages that took place
 * @param message the candidate's own words to the recruiter
 * @param candidateName who asks, where that is told
 */
public record RequestFacts(
    UUID requestId,
    UUID applicationId,
    UUID candidateId,
    RequestOrigin origin,
    Recruiter recruiter,
    Posting posting,
    List<StageKind> stages,
    @Nullable String message,
    @Nullable String candidateName,
    @Nullable String board) {

  public RequestFacts {
    stages = List.copyOf(stages);
  }

  /** Those that the event carries. */
  public static RequestFacts of(FeedbackRequested event) {
    return new RequestFacts(
        event.requestId(),
        event.applicationId(),
        event.candidateId(),
        event.origin(),
        event.recruiter(),
        event.posting(),
        event.stages(),
        event.message(),
        event.candidateName(),
        event.board());
  }
}
