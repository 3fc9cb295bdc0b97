package dev.rebound.feedback.handling;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.chassis.http.Roles;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.Opened;
import dev.rebound.feedback.feedbackrequest.FeedbackRequest.Waiting;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand.Decline;
import dev.rebound.feedback.specificity.Judging;
import dev.rebound.feedback.specificity.Specificity;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a signed-in recruiter says to a request: of their board, or sent to their address. */
@Path("/api/v1/feedback-requests")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.RECRUITER)
@Tag(name = "Feedback requests")
public class AnsweringResource {

  private final OpenedRequests opened;
  private final Judging judging;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  public AnsweringResource(OpenedRequests opened, Judging judging, Clock clock) {
    this.opened = opened;
    this.judging = judging;
    this.clock = clock;
  }

  /** Says how specific a draft of an answer is; stores nothing. */
  @POST
  @Path("{id}/check")
  @Operation(summary = "Check how specific a draft is, as a signed-in recruiter")
  public Uni<Specificity> check(@PathParam("id") UUID id, @NotNull @Valid Answer draft) {
    return opened
        .toAnswer(id)
        .onItem()
        .transformToUni(
            _ -> judging.judge(draft.comments(), draft.ratedStages(), draft.decisiveThemes()));
  }

  /** Answers a request. */
  @POST
  @Path("{id}/feedback")
  @Operation(summary = "Answer a request as a signed-in recruiter")
  @APIResponseSchema(value = Answered.class, responseCode = "201")
  @APIResponse(responseCode = "409", description = "It is closed, or another round began")
  @APIResponse(responseCode = "412")
  @APIResponse(responseCode = "422")
  public Uni<Response> answer(@PathParam("id") UUID id, @NotNull @Valid Answer body) {
    body.check();
    return opened.toAnswer(id).onItem().transformToUni(state -> answer(state, body));
  }

  /** Declines; the recruiter is not asked again. The body may be left out. */
  @POST
  @Path("{id}/decline")
  @Operation(summary = "Decline a request as a signed-in recruiter")
  @APIResponseSchema(value = Standing.class, responseCode = "200")
  @APIResponse(responseCode = "409", description = "It is closed, or another round began")
  @APIResponse(responseCode = "412")
  @APIResponse(responseCode = "422")
  @RequestBody(required = false)
  public Uni<Response> decline(@PathParam("id") UUID id, @Nullable @Valid DeclineRequest body) {
    DeclineRequest said = body == null ? DeclineRequest.WITHOUT_REASON : body;
    return opened
        .toAnswer(id)
        .onItem()
        .transformToUni(state ->
            opened.run(
                state,
                new Decline(round(state), said.reason(), clock.instant()),
                said,
                done -> dev.rebound.chassis.http.Answer.ok(Standing.after(done, state))));
  }

  private Uni<Response> answer(Opened state, Answer body) {
    return judging
        .judge(body.comments(), body.ratedStages(), body.decisiveThemes())
        .onItem()
        .transformToUni(specificity ->
            opened.run(
                state,
                new FeedbackRequestCommand.Answer(
                    UuidCreator.getTimeOrderedEpoch(),
                    round(state),
                    body.judged(specificity, judging),
                    clock.instant()),
                body,
                done -> Answered.of(specificity, done.state())));
  }

  /** On a closed request any round will do: it is refused, or it is a repeat. */
  private static int round(Opened state) {
    return state instanceof Waiting waiting ? waiting.round() : 1;
  }
}
