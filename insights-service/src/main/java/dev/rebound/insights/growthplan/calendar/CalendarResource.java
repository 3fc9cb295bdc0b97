package dev.rebound.insights.growthplan.calendar;

import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Reads;
import dev.rebound.chassis.http.Roles;
import dev.rebound.insights.growthplan.stream.Plans;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/growth-plan.ics}. */
@Path("/api/v1/growth-plan.ics")
public class CalendarResource {

  /** The media type of iCalendar, RFC 5545. */
  static final String CALENDAR = "text/calendar;charset=UTF-8";

  private final Caller caller;
  private final Plans plans;
  private final Reads reads;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  public CalendarResource(Caller caller, Plans plans, Reads reads, Clock clock) {
    this.caller = caller;
    this.plans = plans;
    this.reads = reads;
    this.clock = clock;
  }

  /** The due dates of the open goals, as a calendar to import. */
  @GET
  @RolesAllowed(Roles.CANDIDATE)
  @Operation(summary = "When the goals are due, as iCalendar.")
  @APIResponse(
      responseCode = "200",
      description = "The calendar",
      content = @Content(mediaType = "text/calendar"))
  public Uni<RestResponse<String>> calendar(@QueryParam("after") @Nullable UUID after) {
    UUID candidate = caller.subject();
    return reads.after(
        after,
        () ->
            plans
                .of(candidate)
                .map(plan ->
                    ResponseBuilder.ok(PlanCalendar.of(plan.state(), clock.instant()))
                        // Whatever was asked for: there is a calendar here and nothing else.
                        .type(CALENDAR)
                        .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=\"growth-plan.ics\"")
                        .build()));
  }
}
