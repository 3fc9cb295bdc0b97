package dev.rebound.insights.search.export;

import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Problems;
import dev.rebound.chassis.http.Reads;
import dev.rebound.chassis.http.Roles;
import dev.rebound.insights.search.stream.Searches;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/search-profile/export}. */
@Path("/api/v1/search-profile/export")
@Produces(MediaType.APPLICATION_JSON)
public class ExportResource {

  private final Caller caller;
  private final Searches searches;
  private final Reads reads;

  /** Wired by the container. */
  @Inject
  public ExportResource(Caller caller, Searches searches, Reads reads) {
    this.caller = caller;
    this.searches = searches;
    this.reads = reads;
  }

  /** The profile as a query of another search engine, with what that cannot say. */
  @GET
  @RolesAllowed(Roles.CANDIDATE)
  @Operation(summary = "The profile as a query of another search engine.")
  public Uni<Exported> export(
      @QueryParam("format") @Nullable String format, @QueryParam("after") @Nullable UUID after) {
    ExportFormat target =
        Optional.ofNullable(format)
            .flatMap(ExportFormat::of)
            .orElseThrow(() -> Problems.invalidQuery("format", "must be " + ExportFormat.names()));
    UUID candidate = caller.subject();
    return reads.after(
        after, () -> searches.of(candidate).map(search -> target.export(search.state().profile())));
  }
}
