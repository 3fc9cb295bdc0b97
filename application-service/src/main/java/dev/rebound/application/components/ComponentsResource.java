package dev.rebound.application.components;

import dev.rebound.analysis.jobs.Component;
import dev.rebound.analysis.jobs.JobDescription;
import dev.rebound.application.streams.OwnApplications;
import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Reads;
import dev.rebound.chassis.http.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Answers what a job is made of. */
@Path("/api/v1/applications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
public class ComponentsResource {

  private final OwnApplications own;
  private final Reads reads;
  private final Caller caller;

  /** Wired by the container. */
  @Inject
  public ComponentsResource(OwnApplications own, Reads reads, Caller caller) {
    this.own = own;
    this.reads = reads;
    this.caller = caller;
  }

  /** The components of an application's job description; none where it has no description. */
  @GET
  @Path("/{id}/components")
  @RolesAllowed(Roles.CANDIDATE)
  @Operation(summary = "The job description, split into its components")
  public Uni<List<Component>> components(@RestPath UUID id, @RestQuery @Nullable UUID after) {
    UUID candidate = caller.subject();
    return reads.after(
        after,
        () ->
            own.of(candidate, id)
                .map(application -> {
                  String description = application.state().details().posting().description();
                  return description == null ? List.of() : JobDescription.components(description);
                }));
  }
}
