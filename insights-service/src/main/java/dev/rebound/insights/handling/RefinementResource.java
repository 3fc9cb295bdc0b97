package dev.rebound.insights.handling;

import dev.rebound.chassis.http.Answer;
import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Commands;
import dev.rebound.chassis.http.Problems;
import dev.rebound.chassis.http.Roles;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.contexts.Contexts;
import dev.rebound.insights.handling.SearchRequests.AcceptanceRequest;
import dev.rebound.insights.handling.SearchRequests.DismissalRequest;
import dev.rebound.insights.search.Search;
import dev.rebound.insights.search.SearchCommand;
import dev.rebound.insights.search.SearchCommand.AcceptRefinement;
import dev.rebound.insights.search.SearchCommand.DismissRefinement;
import dev.rebound.insights.search.refinements.Refinement;
import dev.rebound.insights.search.refinements.Refinements;
import dev.rebound.insights.search.refinements.Refinements.Suggested;
import dev.rebound.insights.search.stream.Searches;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Takes the decisions on suggested changes; each answers the refinement as it then is. */
@Path("/api/v1/search-refinements")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.CANDIDATE)
@APIResponse(responseCode = "412")
@APIResponse(responseCode = "422")
public class RefinementResource {

  private final Caller caller;
  private final Contexts contexts;
  private final Searches searches;
  private final Commands commands;

  /** Wired by the container. */
  @Inject
  public RefinementResource(
      Caller caller, Contexts contexts, Searches searches, Commands commands) {
    this.caller = caller;
    this.contexts = contexts;
    this.searches = searches;
    this.commands = commands;
  }

  /** Makes a suggested change part of the profile. The body may be left out. */
  @POST
  @Path("/{id}/acceptance")
  @Operation(summary = "Make a suggested change part of the profile.")
  @APIResponseSchema(value = Refinement.class, responseCode = "200")
  @APIResponse(
      responseCode = "409",
      description =
          "It is decided already, there are too many decisions, or a list of the profile is full")
  @RequestBody(required = false)
  public Uni<Response> accept(@RestPath UUID id, @Nullable @Valid AcceptanceRequest request) {
    AcceptanceRequest wanted = request == null ? new AcceptanceRequest(null) : request;
    return decide(
        id,
        wanted,
        (candidate, suggested) ->
            new AcceptRefinement(
                candidate,
                id,
                suggested.kind(),
                Objects.requireNonNullElse(wanted.value(), suggested.value())));
  }

  /** Leaves the profile as it is, and the suggestion out from now on. The body may be left out. */
  @POST
  @Path("/{id}/dismissal")
  @Operation(summary = "Dismiss a suggested change.")
  @APIResponseSchema(value = Refinement.class, responseCode = "200")
  @APIResponse(
      responseCode = "409",
      description = "It is decided already, or there are too many decisions")
  @RequestBody(required = false)
  public Uni<Response> dismiss(@RestPath UUID id, @Nullable @Valid DismissalRequest request) {
    DismissalRequest said = request == null ? new DismissalRequest(null) : request;
    return decide(
        id,
        said,
        (candidate, suggested) ->
            new DismissRefinement(
                candidate, id, suggested.kind(), suggested.value(), said.reason()));
  }

  private Uni<Response> decide(
      UUID id, Object request, BiFunction<UUID, Suggested, SearchCommand> command) {
    UUID candidate = caller.subject();
    return searches
        .of(candidate)
        .chain(search ->
            contexts
                .of(candidate)
                .chain(known ->
                    commands.run(
                        searches.handler(),
                        Searches.stream(candidate),
                        command.apply(candidate, suggested(known, search.state(), id)),
                        request,
                        done ->
                            Answer.ok(Refinements.of(known, done.state()).item(id).orElseThrow()),
                        SearchProblems::of)));
  }

  /** What was decided before is the write model's to refuse, whether or not it still stands. */
  private static Suggested suggested(CandidateContexts known, Search search, UUID id) {
    return search
        .decision(id)
        .map(decided ->
            new Suggested(decided.kind(), Objects.requireNonNullElse(decided.value(), "")))
        .or(() -> Refinements.suggested(known, search, id))
        .orElseThrow(Problems::notFound);
  }
}
