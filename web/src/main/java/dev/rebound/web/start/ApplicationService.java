package dev.rebound.web.start;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What the start page asks of the application-service. */
@RegisterRestClient(configKey = "application")
@Path("/api/v1/applications")
interface ApplicationService {

  /** The candidate's applications, newest first. */
  @GET
  Uni<Applications> applications(
      @HeaderParam("Authorization") String bearer, @QueryParam("limit") int limit);

  /** How far the reflection on one application is. */
  @GET
  @Path("{id}/reflection")
  Uni<Reflection> reflection(
      @HeaderParam("Authorization") String bearer, @PathParam("id") String application);

  /** One page of applications. */
  record Applications(List<Application> items, @Nullable String next) {
    public Applications {
      items = List.copyOf(items);
    }
  }

  /** As much of an application as is shown here. */
  record Application(String id, String status, Posting posting) {}

  /** What was applied for. */
  record Posting(String title, String company) {}

  /** As much of a reflection as is shown here. */
  record Reflection(String status) {}
}
