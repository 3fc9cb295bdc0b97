package dev.rebound.chassis.owndata;

import dev.rebound.chassis.http.AtOnce;
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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Everything this service holds of the caller. */
@Path("/api/v1/me/data")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Own data")
public class HeldDataResource {

  /** How many are gathered at a time, each candidate's once; it can be large. */
  private static final int MOST_AT_ONCE = 3;

  private final String name;
  private final AtOnce places;
  private final HeldData held;
  private final Reads reads;
  private final Caller caller;

  /** Wired by the container. */
  @Inject
  public HeldDataResource(
      @ConfigProperty(name = "quarkus.application.name") String service,
      HeldData held,
      Reads reads,
      Caller caller) {
    this.name = service.replace("-service", "");
    this.places =
        new AtOnce(MOST_AT_ONCE, 1, "It is being gathered. Please try again in a moment.");
    this.held = held;
    this.reads = reads;
    this.caller = caller;
  }

  /** One field, named after the service, so that the documents of all services make one. */
  @GET
  @RolesAllowed(Roles.CANDIDATE)
  @Operation(
      summary = "Everything this service holds of you",
      description =
          "Each event with its words open, and what is kept beside the events. The web application"
              + " answers with those of all services in one document.")
  public Uni<Map<String, Map<String, Object>>> data(@RestQuery @Nullable UUID after) {
    UUID candidate = caller.subject();
    return places
        .run(candidate, () -> reads.after(after, () -> held.of(candidate)))
        .map(all -> Map.of(name, all));
  }
}
