package dev.rebound.feedback.handling;

import dev.rebound.chassis.http.Answer;
import dev.rebound.chassis.http.Roles;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand.Cancel;
import dev.rebound.feedback.feedbackrequest.FeedbackRequestCommand.Remind;
import dev.rebound.feedback.requests.RequestView;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a candidate does about feedback requests: asks, reminds, takes back. */
@Path("/api/v1/feedback-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feedback requests")
public class FeedbackRequestResource {

  private final OpenedRequests opened;
  private final AskingByHand asking;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  public FeedbackRequestResource(OpenedRequests opened, AskingByHand asking, Clock clock) {
    this.opened = opened;
    this.asking = asking;
    this.clock = clock;
  }

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

  private Uni<Response> change(UUID id, FeedbackRequestCommand command) {
    return opened
        .own(id)
        .onItem()
        .transformToUni(state ->
            opened.run(state, command, "", done -> Answer.ok(Standing.after(done, state))));
  }
}
