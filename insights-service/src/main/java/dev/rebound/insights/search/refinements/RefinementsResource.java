package dev.rebound.insights.search.refinements;

import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Page;
import dev.rebound.chassis.http.Paging;
import dev.rebound.chassis.http.Reads;
import dev.rebound.chassis.http.Roles;
import dev.rebound.insights.contexts.Contexts;
import dev.rebound.insights.search.stream.Searches;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/search-refinements}. */
@Path("/api/v1/search-refinements")
@Produces(MediaType.APPLICATION_JSON)
public class RefinementsResource {

  private final Caller caller;
  private final Contexts contexts;
  private final Searches searches;
  private final Reads reads;

  /** Wired by the container. */
  @Inject
  public RefinementsResource(Caller caller, Contexts contexts, Searches searches, Reads reads) {
    this.caller = caller;
    this.contexts = contexts;
    this.searches = searches;
    this.reads = reads;
  }

  /** How the search could become more specific, and what was decided on that. */
  @GET
  @RolesAllowed(Roles.CANDIDATE)
  @Operation(summary = "How the search could become more specific.")
  @APIResponse(
      responseCode = "200",
      description = "A part of the refinements",
      content = @Content(schema = @Schema(implementation = Refinements.class)))
  public Uni<Response> refinements(
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("after") @Nullable UUID after,
      @Context UriInfo uri) {
    Paging paging = Paging.of(limit, cursor, 1);
    UUID candidate = caller.subject();
    return reads.after(
        after,
        () ->
            searches
                .of(candidate)
                .chain(search ->
                    contexts
                        .of(candidate)
                        .map(known -> Refinements.of(known, search.state()))
                        .map(all -> respond(all, paging, uri))));
  }

  private static Response respond(Refinements all, Paging paging, UriInfo uri) {
    int from = paging.after().map(key -> all.placeOf(key.getFirst()) + 1).orElse(0);
    List<Refinement> rest = all.items().subList(from, all.items().size());
    Page<Refinement> page =
        paging.page(
            rest.subList(0, Math.min(rest.size(), paging.limit() + 1)),
            item -> List.of(item.id().toString()));
    return Response.fromResponse(Paging.respond(page, uri)).entity(all.showing(page)).build();
  }
}
