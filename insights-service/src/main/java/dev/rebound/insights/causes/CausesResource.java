package dev.rebound.insights.causes;

import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Reads;
import dev.rebound.chassis.http.Roles;
import dev.rebound.insights.contexts.Contexts;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/insights/causes}. */
@Path("/api/v1/insights/causes")
@Produces(MediaType.APPLICATION_JSON)
public class CausesResource {

  private final Caller caller;
  private final Contexts contexts;
  private final Reads reads;

  /** Wired by the container. */
  @Inject
  public CausesResource(Caller caller, Contexts contexts, Reads reads) {
    this.caller = caller;
    this.contexts = contexts;
    this.reads = reads;
  }

  /** How everything is read that counts. */
  @GET
  @RolesAllowed(Roles.CANDIDATE)
  @Operation(summary = "How everything is read that was said and counts.")
  public Uni<Causes> causes(@QueryParam("after") @Nullable UUID after) {
    UUID candidate = caller.subject();
    return reads.after(after, () -> contexts.of(candidate).map(Causes::of));
  }
}
