package dev.rebound.insights.handling;

import dev.rebound.chassis.http.Answer;
import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Commands;
import dev.rebound.chassis.http.Reads;
import dev.rebound.chassis.http.Roles;
import dev.rebound.events.SearchProfile;
import dev.rebound.insights.handling.SearchRequests.ProfileRequest;
import dev.rebound.insights.search.SearchCommand.ChangeProfile;
import dev.rebound.insights.search.stream.Searches;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What the candidate looks for, as a whole. */
@Path("/api/v1/search-profile")
@Produces(MediaType.APPLICATION_JSON)
public class SearchProfileResource {

  private final Caller caller;
  private final Searches searches;
  private final Commands commands;
  private final Reads reads;

  /** Wired by the container. */
  @Inject
  public SearchProfileResource(Caller caller, Searches searches, Commands commands, Reads reads) {
    this.caller = caller;
    this.searches = searches;
    this.commands = commands;
    this.reads = reads;
  }

  /** The profile as it is; empty lists until the candidate has said anything. */
  @GET
  @RolesAllowed(Roles.CANDIDATE)
  @Operation(summary = "What the candidate looks for.")
  public Uni<RestResponse<SearchProfile>> profile(@QueryParam("after") @Nullable UUID after) {
    UUID candidate = caller.subject();
    return reads.after(
        after,
        () ->
            searches
                .of(candidate)
                .map(search ->
                    ResponseBuilder.ok(search.state().profile())
                        .header(
                            HttpHeaders.ETAG,
                            '"' + Integer.toString(search.slice().version()) + '"')
                        .build()));
  }

  /** Puts the profile as a whole: what the body leaves out is no longer looked for. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.CANDIDATE)
  @Operation(summary = "Say what to look for.")
  @APIResponseSchema(value = SearchProfile.class, responseCode = "200")
  @APIResponse(responseCode = "412")
  @APIResponse(responseCode = "422")
  public Uni<Response> put(@NotNull @Valid ProfileRequest request) {
    UUID candidate = caller.subject();
    return commands.run(
        searches.handler(),
        Searches.stream(candidate),
        new ChangeProfile(candidate, request.profile()),
        request,
        done -> Answer.ok(done.state().profile()),
        SearchProblems::of);
  }
}
