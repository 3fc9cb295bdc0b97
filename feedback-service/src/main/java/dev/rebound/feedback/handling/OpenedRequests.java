package dev.rebound.feedback.handling;

import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Commands;
import dev.rebound.chassis.http.Problems;
import dev.rebound.eventstore.Handled;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.Opened;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand;
import dev.rebound.feedback.feedbackrequest.RequestFacts;
import dev.rebound.feedback.streams.FeedbackRequests;
import dev.rebound.feedback.streams.RequestIds;
import dev.rebound.sealing.Sealing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** The requests that the caller may do something about; any other fails with 404. */
@ApplicationScoped
public class OpenedRequests {

  private final Caller caller;
  private final FeedbackRequests requests;
  private final Sealing sealing;
  private final Commands commands;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  public OpenedRequests(
      Caller caller, FeedbackRequests requests, Sealing sealing, Commands commands, Clock clock) {
    this.caller = caller;
    this.requests = requests;
    this.sealing = sealing;
    this.commands = commands;
    this.clock = clock;
  }

  /** One that the caller has made. */
  Uni<Opened> own(UUID id) {
    return opened(id, facts -> facts.candidateId().equals(caller.subject()));
  }

  /** One of the caller's board, or one that went to their verified address. */
  Uni<Opened> toAnswer(UUID id) {
    return opened(id, this::mayAnswer);
  }

  /**
   * Carries a command to a request.
   *
   * @param opened as it was found
   * @param body the HTTP request's, which tells a repeat from a reuse of its Idempotency-Key
   * @param answer what to answer when it holds
   */
  Uni<Response> run(
      Opened opened,
      FeedbackRequestCommand command,
      Object body,
      Function<Handled.Done<FeedbackRequest, ?>, dev.rebound.chassis.http.Answer> answer) {
    return commands.run(
        requests.handler(),
        RequestIds.stream(opened.facts().requestId()),
        command,
        body,
        opened.facts().board(),
        answer,
        refusal -> RequestProblems.of(refusal, clock.instant()));
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
