package dev.rebound.chassis.operations;

import dev.rebound.chassis.http.Problems;
import dev.rebound.chassis.http.Roles;
import dev.rebound.chassis.operations.View.RebuildStatus;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The operator's way to the views and their rebuilds. */
@Path("/api/v1/operations/views")
@Produces(MediaType.APPLICATION_JSON)
public class ViewResource {

  private final Views views;

  /** Wired by the container. */
  @Inject
  public ViewResource(Views views) {
    this.views = views;
  }

  /** The views. */
  @GET
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "The views of this service, and how their last rebuilds stand.")
  public List<View> views() {
    return views.all();
  }

  /** Starts a rebuild; 404 where there is no such view, 409 while it is rebuilt already. */
  @POST
  @Path("/{view}/rebuild")
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "Fold a view anew beside the live one, and switch; reads go on meanwhile.")
  @APIResponse(
      responseCode = "202",
      description = "It has begun",
      content = @Content(schema = @Schema(implementation = RebuildStatus.class)))
  @APIResponse(responseCode = "404", description = "There is no such view")
  @APIResponse(responseCode = "409", description = "It is being rebuilt")
  public Response rebuild(@PathParam("view") String view) {
    RebuildStatus known = status(view);
    if (!views.start(known.view())) {
      throw Problems.conflict("rebuild-running", "This view is being rebuilt.");
    }
    return Response.accepted(status(view)).build();
  }

  /** How the last rebuild stands; 404 where there is no such view. */
  @GET
  @Path("/{view}/rebuild")
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "How the last rebuild of a view stands.")
  @APIResponse(
      responseCode = "200",
      description = "How it stands",
      content = @Content(schema = @Schema(implementation = RebuildStatus.class)))
  @APIResponse(responseCode = "404", description = "There is no such view")
  public RebuildStatus status(@PathParam("view") String view) {
    return views.status(view).orElseThrow(Problems::notFound);
  }
}
