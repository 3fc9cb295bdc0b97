package dev.rebound.application.webhooks;

import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Problems;
import dev.rebound.chassis.http.Roles;
import dev.rebound.sealing.KeyRing.ErasedSubject;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Takes back what a board has reported of an application, for boards without a vendor's system. */
@Path("/api/v1/boards/{board}/rejections")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.BOARD_INTEGRATION, Roles.BOARD_ADMIN})
@Tag(name = "Boards")
public class BoardReopeningResource {

  private final BoardCalls calls;
  private final Caller caller;

  /** Wired by the container. */
  @Inject
  BoardReopeningResource(BoardCalls calls, Caller caller) {
    this.calls = calls;
    this.caller = caller;
  }

  /**
   * Takes back the rejection or withdrawal that the board has told of.
   *
   * @param externalId the board's own id of the application
   */
  @DELETE
  @Path("/{externalId}")
  @Operation(
      summary = "Take back a rejection",
      description =
          "By the application's externalId. Takes back the rejection that the board has reported,"
              + " by whatever way, or the withdrawal that it has told of since: the application is"
              + " under way again. What the candidate has withdrawn stays so. The same rejection in"
              + " a list is a duplicate afterwards; one with another day or other words is none.")
  @APIResponse(
      responseCode = "204",
      description =
          "It is taken back, which is durable, and Rebound-Event-Id names the event; or it was not"
              + " rejected any more, and no event is named")
  @APIResponse(
      responseCode = "404",
      description = "Another board, or the board has reported no rejection of such an application",
      content = @Content(mediaType = WebhookExamples.PROBLEM, schema = @Schema(ref = "Problem")))
  public Uni<Response> takeBack(
      @RestPath String board, @RestPath @Size(max = 200) String externalId) {
    caller.demandBoard(board);
    return calls
        .take(board, new Reported.Reopened(externalId))
        // The candidate is being erased just now: there is nothing to take back any more.
        .onFailure(ErasedSubject.class)
        .recoverWithItem(Outcome.of(Outcome.Kind.NOT_REPORTED))
        .map(BoardReopeningResource::answer);
  }

  private static Response answer(Outcome outcome) {
    if (outcome.kind() == Outcome.Kind.NOT_REPORTED) {
      throw Problems.notFound();
    }
    Response.ResponseBuilder response = Response.noContent();
    return outcome.event() == null
        ? response.build()
        : response.header("Rebound-Event-Id", outcome.event()).build();
  }
}
