package dev.rebound.application.applicationlist;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rebound.application.applicationlist.ApplicationSummaryTable.Position;
import dev.rebound.application.timeline.ApplicationStatus;
import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Page;
import dev.rebound.chassis.http.Paging;
import dev.rebound.chassis.http.Problems;
import dev.rebound.chassis.http.Reads;
import dev.rebound.chassis.http.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Answers which applications there are. */
@Path("/api/v1/applications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
public class ApplicationListResource {

  private static final int LONGEST_SEARCH = 200;

  private final ApplicationSummaryTable table;
  private final Reads reads;
  private final Caller caller;

  /** Wired by the container. */
  @Inject
  public ApplicationListResource(ApplicationSummaryTable table, Reads reads, Caller caller) {
    this.table = table;
    this.reads = reads;
    this.caller = caller;
  }

  /**
   * The caller's own applications, the newest first.
   *
   * @param status only those that stand so
   * @param q only those whose title, company, place or industry contains this
   */
  @GET
  @RolesAllowed(Roles.CANDIDATE)
  @Operation(summary = "Own applications, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A part of the list",
      content = @Content(schema = @Schema(implementation = ApplicationPage.class)))
  public Uni<Response> applications(
      @RestQuery @Nullable String status,
      @RestQuery @Nullable String q,
      @RestQuery @Nullable Integer limit,
      @RestQuery @Nullable String cursor,
      @RestQuery @Nullable UUID after,
      @Context UriInfo uri) {
    UUID owner = caller.subject();
    ApplicationStatus only = status(status);
    String words = words(q);
    Paging paging = Paging.of(limit, cursor, 2);
    Position behind = paging.after().map(ApplicationListResource::position).orElse(null);
    int rows = words == null ? paging.limit() + 1 : ApplicationSummaryTable.MOST_ROWS;
    return reads
        .after(after, () -> table.list(owner, only, behind, rows))
        .map(found -> page(paging, matching(found, words, paging.limit() + 1)))
        .map(page -> Paging.respond(page, uri));
  }

  /** The shape of the answer, for the API's description. */
  record ApplicationPage(
      List<ApplicationSummary> items,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {}

  private static List<ApplicationSummary> matching(
      List<ApplicationSummary> found, @Nullable String words, int limit) {
    return words == null
        ? found
        : found.stream().filter(it -> it.mentions(words)).limit(limit).toList();
  }

  private static Page<ApplicationSummary> page(Paging paging, List<ApplicationSummary> rows) {
    return paging.page(rows, row -> List.of(row.appliedOn().toString(), row.id().toString()));
  }

  private static Position position(List<String> key) {
    try {
      return new Position(LocalDate.parse(key.getFirst()), UUID.fromString(key.getLast()));
    } catch (DateTimeException | IllegalArgumentException foreign) {
      throw Problems.invalidQuery("cursor", "is not a cursor of this list");
    }
  }

  private static @Nullable ApplicationStatus status(@Nullable String status) {
    if (status == null || status.isBlank()) {
      return null;
    }
    try {
      return ApplicationStatus.valueOf(status);
    } catch (IllegalArgumentException unknown) {
      throw Problems.invalidQuery("status", "must be ACTIVE, REJECTED, WITHDRAWN or OFFERED");
    }
  }

  private static @Nullable String words(@Nullable String q) {
    if (q == null || q.isBlank()) {
      return null;
    }
    if (q.length() > LONGEST_SEARCH) {
      throw Problems.invalidQuery("q", "must have at most " + LONGEST_SEARCH + " characters");
    }
    return q.strip();
  }
}
