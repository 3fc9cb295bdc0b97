package dev.rebound.insights.rebuilding;

import dev.rebound.chassis.http.Problems;
import dev.rebound.chassis.http.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The operator's way to a rebuild of the contexts. */
@Path("/api/v1/operations/rebuild")
@Produces(MediaType.APPLICATION_JSON)
public class RebuildResource {

  private final Rebuilding rebuilding;

  /** Wired by the container. */
  @Inject
  public RebuildResource(Rebuilding rebuilding) {
    this.rebuilding = rebuilding;
  }

  /** Starts a rebuild; 409 while one runs. */
  @POST
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "Fold the contexts anew beside the live ones, and switch.")
  public Response start() {
    if (!rebuilding.start()) {
      throw Problems.conflict("rebuild-running", "A rebuild is running.");
    }
    return Response.accepted(rebuilding.progress()).build();
  }

  /** How the last rebuild stands. */
  @GET
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "How the last rebuild stands.")
  public Progress progress() {
    return rebuilding.progress();
  }
}
