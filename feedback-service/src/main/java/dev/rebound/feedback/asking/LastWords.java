package dev.rebound.feedback.asking;

import dev.rebound.feedback.feedbackrequest.FeedbackRequest.Opened;
import dev.rebound.feedback.streams.FeedbackRequests;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.UUID;

/**
 * Whether a recruiter has said their last word about an application: whoever has answered or
 * declined is not asked about it again, also when it is opened anew and rejected once more.
 */
@ApplicationScoped
public class LastWords {

  private final Asked asked;
  private final FeedbackRequests requests;

  /** Wired by the container. */
  @Inject
  public LastWords(Asked asked, FeedbackRequests requests) {
    this.asked = asked;
    this.requests = requests;
  }

  /**
   * Whether the recruiter has answered or declined in any request about the application.
   *
   * @param except requests whose own streams say so
   */
  public Uni<Boolean> said(
      UUID candidateId, UUID applicationId, UUID recruiterId, Collection<UUID> except) {
    return asked
        .of(candidateId, applicationId)
        .onItem()
        .transformToMulti(ids -> Multi.createFrom().iterable(ids))
        .select()
        .where(id -> !except.contains(id))
        .onItem()
        .transformToUniAndConcatenate(requests::current)
        .select()
        .where(current ->
            current.state() instanceof Opened opened
                && opened.answered()
                && opened.facts().recruiter().recruiterId().equals(recruiterId))
        .toUni()
        .map(found -> found != null);
  }
}
