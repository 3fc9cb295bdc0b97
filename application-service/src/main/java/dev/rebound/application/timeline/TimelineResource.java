package dev.rebound.application.timeline;

import dev.rebound.application.streams.OwnApplications;
import dev.rebound.application.streams.OwnApplications.OwnApplication;
import dev.rebound.application.streams.Streams;
import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Reads;
import dev.rebound.chassis.http.Roles;
import dev.rebound.eventstore.EventStore;
import dev.rebound.eventstore.EventStore.StreamSlice;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Answers how one application stands. */
@Path("/api/v1/applications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
public class TimelineResource {

  private final OwnApplications own;
  private final EventStore store;
  private final Reads reads;
  private final Caller caller;

  /** Wired by the container. */
  @Inject
  public TimelineResource(OwnApplications own, EventStore store, Reads reads, Caller caller) {
    this.own = own;
    this.store = store;
    this.reads = reads;
    this.caller = caller;
  }

  /** One of the caller's own applications, with its timeline. */
  @GET
  @Path("/{id}")
  @RolesAllowed(Roles.CANDIDATE)
  @Operation(summary = "One application with its timeline")
  public Uni<RestResponse<ApplicationView>> application(
      @RestPath UUID id, @RestQuery @Nullable UUID after) {
    UUID candidate = caller.subject();
    return reads.after(
        after,
        () ->
            own.of(candidate, id)
                .flatMap(application ->
                    store
                        .read(Streams.reflection(id))
                        .map(reflection -> answer(application, reflection))));
  }

  private static RestResponse<ApplicationView> answer(
      OwnApplication application, StreamSlice reflection) {
    StreamSlice slice = application.slice();
    return ResponseBuilder.ok(
            ApplicationView.of(
                application.state(),
                slice.version(),
                Timeline.of(slice.events(), reflection.events())))
        .header(HttpHeaders.ETAG, '"' + Integer.toString(slice.version()) + '"')
        .build();
  }
}
