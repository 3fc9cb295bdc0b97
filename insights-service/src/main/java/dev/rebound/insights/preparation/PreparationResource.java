package dev.rebound.insights.preparation;

import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Problems;
import dev.rebound.chassis.http.Reads;
import dev.rebound.chassis.http.Roles;
import dev.rebound.insights.contexts.ApplicationFacts;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.contexts.Contexts;
import dev.rebound.insights.growthplan.GrowthPlan;
import dev.rebound.insights.growthplan.stream.Plans;
import dev.rebound.insights.search.Search;
import dev.rebound.insights.search.stream.Searches;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/preparation}. */
@Path("/api/v1/preparation")
@Produces(MediaType.APPLICATION_JSON)
public class PreparationResource {

  private final Caller caller;
  private final Contexts contexts;
  private final Plans plans;
  private final Searches searches;
  private final Reads reads;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  public PreparationResource(
      Caller caller, Contexts contexts, Plans plans, Searches searches, Reads reads, Clock clock) {
    this.caller = caller;
    this.contexts = contexts;
    this.plans = plans;
    this.searches = searches;
    this.reads = reads;
    this.clock = clock;
  }

  /** What to prepare for an open application: 404 where it is not the caller's, 409 once closed. */
  @GET
  @RolesAllowed(Roles.CANDIDATE)
  @Operation(summary = "What to prepare for an open application.")
  @APIResponse(
      responseCode = "200",
      description = "What to prepare",
      content = @Content(schema = @Schema(implementation = Preparation.class)))
  @APIResponse(responseCode = "404", description = "There is no such application of yours")
  @APIResponse(responseCode = "409", description = "It is rejected or withdrawn")
  public Uni<Preparation> preparation(
      @QueryParam("applicationId") @Nullable UUID applicationId,
      @QueryParam("after") @Nullable UUID after) {
    if (applicationId == null) {
      throw Problems.invalidQuery("applicationId", "must name an application");
    }
    UUID candidate = caller.subject();
    return reads.after(after, () -> of(candidate, applicationId));
  }

  private Uni<Preparation> of(UUID candidate, UUID applicationId) {
    return plans
        .of(candidate)
        .chain(plan ->
            searches
                .of(candidate)
                .chain(search ->
                    contexts
                        .of(candidate)
                        .map(known -> brief(known, plan.state(), search.state(), applicationId))));
  }

  private Preparation brief(
      CandidateContexts known, GrowthPlan plan, Search search, UUID applicationId) {
    ApplicationFacts application =
        known
            .application(applicationId)
            .filter(ApplicationFacts::known)
            .orElseThrow(Problems::notFound);
    return switch (application.status()) {
      case ACTIVE, OFFERED ->
          Preparation.of(
              known,
              plan,
              search.profile(),
              application,
              LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
      case REJECTED, WITHDRAWN ->
          throw Problems.conflict(
              "application-closed", "This application is closed: there is nothing to prepare for.");
    };
  }
}
