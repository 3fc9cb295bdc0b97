package dev.rebound.insights.growthplan.goals;

import dev.rebound.chassis.http.Caller;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/growth-plan}; its ETag is the plan's version, which changes may insist on. */
@Path("/api/v1/growth-plan")
@Produces(MediaType.APPLICATION_JSON)
public class GoalsResource {

  private final Caller caller;
  private final Contexts contexts;
  private final Plans plans;
  private final Reads reads;

  /** Wired by the container. */
  @Inject
  public GoalsResource(Caller caller, Contexts contexts, Plans plans, Reads reads) {
    this.caller = caller;
    this.contexts = contexts;
    this.plans = plans;
    this.reads = reads;
  }

  /** What to work on: adopted, proposed and closed goals. */
  @GET
  @RolesAllowed(Roles.CANDIDATE)
  @Operation(summary = "What to work on: goals adopted, proposed and closed.")
  public Uni<RestResponse<Goals>> goals(@QueryParam("after") @Nullable UUID after) {
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
                            tagged(Goals.of(known, plan.state()), plan.slice().version()))));
  }

  /** The answer with the plan's version as its ETag. */
  static <T> RestResponse<T> tagged(T answer, int version) {
    return ResponseBuilder.ok(answer)
        .header(HttpHeaders.ETAG, '"' + Integer.toString(version) + '"')
        .build();
  }
}
