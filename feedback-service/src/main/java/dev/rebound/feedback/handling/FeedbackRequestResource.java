package dev.rebound.feedback.handling;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Commands;
import dev.rebound.chassis.http.Problems;
import dev.rebound.chassis.http.Roles;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.Opened;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.Waiting;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand.Cancel;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand.Remind;
import dev.rebound.feedback.feedbackrequest.RequestFacts;
import dev.rebound.feedback.feedbackrequest.RequestStatus;
import dev.rebound.feedback.requests.RequestView;
import dev.rebound.feedback.specificity.Judging;
import dev.rebound.feedback.specificity.Specificity;
import dev.rebound.feedback.streams.FeedbackRequests;
import dev.rebound.feedback.streams.RequestIds;
import dev.rebound.sealing.Sealing;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Commands on feedback requests. */
@Path("/api/v1/feedback-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feedback requests")
public class FeedbackRequestResource {

  private final Caller caller;
  private final Commands commands;
  private final FeedbackRequests requests;
  private final AskingByHand asking;
  private final Judging judging;
  private final Sealing sealing;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  public FeedbackRequestResource(
      Caller caller,
      Commands commands,
      FeedbackRequests requests,
      AskingByHand asking,
      Judging judging,
      Sealing sealing,
      Clock clock) {
    this.caller = caller;
    this.commands = commands;
    this.requests = requests;
    this.asking = asking;
    this.judging = judging;
    this.sealing = sealing;
    this.clock = clock;
  }

  /**
   * A request as a command leaves it.
   *
   * @param version of the stream, as in the ETag
   */
  public record Standing(UUID id, RequestStatus status, int version) {}

  /** Asks a recruiter about a rejected application of the caller's. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.CANDIDATE)
  @Operation(summary = "Ask a recruiter for feedback")
  @APIResponseSchema(value = RequestView.class, responseCode = "201")
  @APIResponse(responseCode = "404", description = "The application is not yours")
  @APIResponse(
      responseCode = "409",
      description = "It is not rejected, or this recruiter was asked already")
  @APIResponse(responseCode = "412")
  @APIResponse(responseCode = "422")
  public Uni<Response> ask(@NotNull @Valid AskRequest body) {
    return asking.ask(body);
  }

  /** Reminds the recruiter, at most once a day and three times a round. */
  @POST
  @Path("{id}/reminder")
  @RolesAllowed(Roles.CANDIDATE)
  @Operation(summary = "Remind the recruiter")
  @APIResponseSchema(value = Standing.class, responseCode = "200")
  @APIResponse(
      responseCode = "409",
      description = "It is closed, or the recruiter was reminded as often as a round allows")
  @APIResponse(responseCode = "412")
  @APIResponse(responseCode = "422")
  @APIResponse(
      responseCode = "429",
      description =
          "Reminded within a day, or too many requests; Retry-After says when to come back")
  public Uni<Response> remind(@PathParam("id") UUID id) {
    return change(id, new Remind(clock.instant()));
  }

  /** Takes the request back; the invitation opens nothing from then on. */
  @POST
  @Path("{id}/cancellation")
  @RolesAllowed(Roles.CANDIDATE)
  @Operation(summary = "Cancel a request")
  @APIResponseSchema(value = Standing.class, responseCode = "200")
  @APIResponse(responseCode = "409", description = "It is closed")
  @APIResponse(responseCode = "412")
  @APIResponse(responseCode = "422")
  public Uni<Response> cancel(@PathParam("id") UUID id) {
    return change(id, new Cancel(clock.instant()));
  }

  /** Says how specific a draft of an answer is; stores nothing. */
  @POST
  @Path("{id}/check")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.RECRUITER)
  @Operation(summary = "Check how specific a draft is, as a signed-in recruiter")
  public Uni<Specificity> check(@PathParam("id") UUID id, @NotNull @Valid Answer draft) {
    return opened(id, this::mayAnswer)
        .onItem()
        .transformToUni(
            _ -> judging.judge(draft.comments(), draft.ratedStages(), draft.decisiveThemes()));
  }

  /** Answers a request of the recruiter's board, or one that went to their verified address. */
  @POST
  @Path("{id}/feedback")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.RECRUITER)
  @Operation(summary = "Answer a request as a signed-in recruiter")
  @APIResponseSchema(value = Answered.class, responseCode = "201")
  @APIResponse(responseCode = "409", description = "It is closed, or another round began")
  @APIResponse(responseCode = "412")
  @APIResponse(responseCode = "422")
  public Uni<Response> answer(@PathParam("id") UUID id, @NotNull @Valid Answer body) {
    body.check();
    return opened(id, this::mayAnswer).onItem().transformToUni(state -> answer(state, body));
  }

  private Uni<Response> answer(Opened state, Answer body) {
    // On a closed request any round will do: it is refused, or it is a repeat.
    int round = state instanceof Waiting waiting ? waiting.round() : 1;
    return judging
        .judge(body.comments(), body.ratedStages(), body.decisiveThemes())
        .onItem()
        .transformToUni(specificity ->
            commands.run(
                requests.handler(),
                RequestIds.stream(state.facts().requestId()),
                new FeedbackRequestCommand.Answer(
                    UuidCreator.getTimeOrderedEpoch(),
                    round,
                    body.judged(specificity, judging),
                    clock.instant()),
                body,
                state.facts().board(),
                done -> Answered.of(specificity, done.state()),
                refusal -> RequestProblems.of(refusal, clock.instant())));
  }

  private Uni<Response> change(UUID id, FeedbackRequestCommand command) {
    return opened(id, facts -> facts.candidateId().equals(caller.subject()))
        .onItem()
        .transformToUni(state ->
            commands.run(
                requests.handler(),
                RequestIds.stream(id),
                command,
                "",
                state.facts().board(),
                done ->
                    dev.rebound.chassis.http.Answer.ok(
                        new Standing(id, status(done.state(), state), done.version())),
                refusal -> RequestProblems.of(refusal, clock.instant())));
  }

  private static RequestStatus status(FeedbackRequest after, Opened before) {
    return after instanceof Opened opened ? opened.status() : before.status();
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
