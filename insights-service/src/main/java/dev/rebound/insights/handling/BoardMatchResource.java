package dev.rebound.insights.handling;

import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Problems;
import dev.rebound.chassis.http.Reads;
import dev.rebound.chassis.http.Roles;
import dev.rebound.insights.boardcandidates.BoardCandidates;
import dev.rebound.insights.handling.Matches.Matched;
import dev.rebound.insights.handling.SearchRequests.MatchRequest;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/boards/{board}/candidates/{externalId}/matches}: only with consent. */
@Path("/api/v1/boards/{board}/candidates/{externalId}/matches")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Boards")
public class BoardMatchResource {

  private final Caller caller;
  private final BoardCandidates candidates;
  private final Matches matches;
  private final Reads reads;

  /** Wired by the container. */
  @Inject
  public BoardMatchResource(
      Caller caller, BoardCandidates candidates, Matches matches, Reads reads) {
    this.caller = caller;
    this.candidates = candidates;
    this.matches = matches;
    this.reads = reads;
  }

  /**
   * Holds a board's postings against the profile of one of its candidates.
   *
   * @param externalId the board's own id of the candidate
   * @param after the event that the board was told of, such as a consent just given
   */
  @POST
  @Blocking
  @RolesAllowed({Roles.BOARD_INTEGRATION, Roles.BOARD_ADMIN})
  @Operation(
      summary = "Hold postings against a candidate's profile.",
      description =
          "Only where the candidate lets the board do so; else 404, as for one who is unknown.")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Matched.class)))
  @APIResponse(responseCode = "413", description = "More than 1 MB")
  @APIResponse(responseCode = "415")
  public Uni<List<Matched>> match(
      @RestPath String board,
      @RestPath String externalId,
      @RestQuery @Nullable UUID after,
      @NotNull @Valid MatchRequest request) {
    caller.demandBoard(board);
    return reads.after(
        after,
        () ->
            candidates
                .consenting(board, externalId)
                .chain(
                    candidate -> matches.of(candidate.orElseThrow(Problems::notFound), request)));
  }
}
