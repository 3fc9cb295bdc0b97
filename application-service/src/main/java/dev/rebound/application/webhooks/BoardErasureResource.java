package dev.rebound.application.webhooks;

import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Forgets whom a board has reported, for boards without a vendor's system. */
@Path("/api/v1/boards/{board}/candidates")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.BOARD_INTEGRATION, Roles.BOARD_ADMIN})
@Tag(name = "Boards")
public class BoardErasureResource {

  private final BoardCalls calls;
  private final Caller caller;

  /** Wired by the container. */
  @Inject
  BoardErasureResource(BoardCalls calls, Caller caller) {
    this.calls = calls;
    this.caller = caller;
  }

  /**
   * Erases what waits for a person of the board's; whether there was anything is not said.
   *
   * @param externalId the board's own id of the person
   */
  @DELETE
  @Path("/{externalId}")
  @Operation(
      summary = "Erase what waits for a candidate of the board, for good",
      description =
          "By the candidate's externalId. The key that it is sealed under is destroyed, and nothing"
              + " more is kept under this id for anybody who has not signed in. What a candidate"
              + " has signed in for is theirs and stays.")
  @APIResponse(
      responseCode = "204",
      description = "Nothing waits for them any more; whether anything did is not said")
  @APIResponse(
      responseCode = "404",
      description = "Another board",
      content = @Content(mediaType = WebhookExamples.PROBLEM, schema = @Schema(ref = "Problem")))
  public Uni<Void> erase(@RestPath String board, @RestPath @Size(max = 200) String externalId) {
    caller.demandBoard(board);
    return calls.take(board, new Reported.PersonErased(List.of(externalId))).replaceWithVoid();
  }
}
