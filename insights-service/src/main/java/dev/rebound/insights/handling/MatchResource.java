package dev.rebound.insights.handling;

import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Roles;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** {@code POST /api/v1/search-profile/matches}: keeps nothing and changes nothing. */
@Path("/api/v1/search-profile/matches")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MatchResource {

  private final Caller caller;
  private final Matches matches;

  /** Wired by the container. */
  @Inject
  public MatchResource(Caller caller, Matches matches) {
    this.caller = caller;
    this.matches = matches;
  }

  /** Holds postings against the caller's profile, in their order. */
  @POST
  @Blocking
  @RolesAllowed(Roles.CANDIDATE)
  @Operation(summary = "Hold postings against the profile.")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Matched.class)))
  @APIResponse(responseCode = "413", description = "More than 1 MB")
  @APIResponse(responseCode = "415")
  public Uni<List<Matched>> match(@NotNull @Valid MatchRequest request) {
    return matches.of(caller.subject(), request);
  }
}
