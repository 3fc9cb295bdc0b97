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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
      content =
          @Content(
              mediaType = "text/calendar",
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "one goal", value = ONE_GOAL)))
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

  private static final String ONE_GOAL =
      """
      BEGIN:VCALENDAR\r
      PRODID:-//Rebound//Growth plan 1//EN\r
      VERSION:2.0\r
      CALSCALE:GREGORIAN\r
      BEGIN:VTODO\r
      UID:0199a7f4-0000-7000-8000-000000000071-todo@rebound\r
      DTSTAMP:20261129T100000Z\r
      SUMMARY:Answer with an example and its result.\r
      DESCRIPTION:Begin with the result.\\nWrite down three examples.\r
      DUE;VALUE=DATE:20270124\r
      STATUS:IN-PROCESS\r
      END:VTODO\r
      BEGIN:VEVENT\r
      UID:0199a7f4-0000-7000-8000-000000000071-event@rebound\r
      DTSTAMP:20261129T100000Z\r
      SUMMARY:Answer with an example and its result.\r
      DESCRIPTION:Begin with the result.\\nWrite down three examples.\r
      DTSTART;VALUE=DATE:20270124\r
      TRANSP:TRANSPARENT\r
      END:VEVENT\r
      END:VCALENDAR\r
      """;
}
