package dev.rebound.feedback.handling;

import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Problems;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.Opened;
import dev.rebound.feedback.feedbackrequest.RequestFacts;
import dev.rebound.feedback.streams.FeedbackRequests;
import dev.rebound.sealing.Sealing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Predicate;

/** The requests that the caller may do something about; any other fails with 404. */
@ApplicationScoped
public class OpenedRequests {

  private final Caller caller;
  private final FeedbackRequests requests;
  private final Sealing sealing;

  /** Wired by the container. */
  @Inject
  public OpenedRequests(Caller caller, FeedbackRequests requests, Sealing sealing) {
    this.caller = caller;
    this.requests = requests;
    this.sealing = sealing;
  }

  /** One that the caller has made. */
  Uni<Opened> own(UUID id) {
    return opened(id, facts -> facts.candidateId().equals(caller.subject()));
  }

  /** One of the caller's board, or one that went to their verified address. */
  Uni<Opened> toAnswer(UUID id) {
    return opened(id, this::mayAnswer);
  }

  private Uni<Opened> opened(UUID id, Predicate<RequestFacts> allowed) {
    return requests
        .ofLiving(id)
        .map(found -> {
          if (found.isPresent()
              && found.get().state() instanceof Opened opened
              && allowed.test(opened.facts())) {
            return opened;
          }
          throw Problems.notFound();
        });
  }

  private boolean mayAnswer(RequestFacts facts) {
    boolean sameBoard =
        facts.board() != null && caller.board().filter(facts.board()::equals).isPresent();
    return sameBoard
        || caller
            .verifiedEmail()
            .map(sealing::pseudonym)
            .filter(facts.recruiter().recruiterId()::equals)
            .isPresent();
  }
}
