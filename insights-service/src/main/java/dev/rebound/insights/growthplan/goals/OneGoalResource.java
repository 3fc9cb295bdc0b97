package dev.rebound.insights.growthplan.goals;

import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Problems;
import dev.rebound.chassis.http.Reads;
import dev.rebound.chassis.http.Roles;
import dev.rebound.insights.contexts.Contexts;
import dev.rebound.insights.growthplan.stream.Plans;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/growth-plan/goals/{id}}: what the Location of a new goal leads to. */
@Path("/api/v1/growth-plan/goals")
@Produces(MediaType.APPLICATION_JSON)
public class OneGoalResource {

  private final Caller caller;
  private final Contexts contexts;
  private final Plans plans;
  private final Reads reads;

  /** Wired by the container. */
  @Inject
  public OneGoalResource(Caller caller, Contexts contexts, Plans plans, Reads reads) {
    this.caller = caller;
    this.contexts = contexts;
    this.plans = plans;
    this.reads = reads;
  }

  /** One goal, adopted, proposed or closed. */
  @GET
  @Path("/{id}")
  @RolesAllowed(Roles.CANDIDATE)
  @Operation(summary = "One goal.")
  public Uni<RestResponse<Goal>> goal(
      @RestPath UUID id, @QueryParam("after") @Nullable UUID after) {
    UUID candidate = caller.subject();
    return reads.after(
        after,
        () ->
            plans
                .of(candidate)
                .chain(plan ->
                    contexts
                        .of(candidate)
                        .map(known ->
                            Goals.goal(known, plan.state(), id).orElseThrow(Problems::notFound))
                        .map(goal -> GoalsResource.tagged(goal, plan.slice().version()))));
  }
}
