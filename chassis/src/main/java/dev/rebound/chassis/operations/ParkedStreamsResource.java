package dev.rebound.chassis.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rebound.chassis.events.EventPath;
import dev.rebound.chassis.http.Page;
import dev.rebound.chassis.http.Paging;
import dev.rebound.chassis.http.Problems;
import dev.rebound.chassis.http.Roles;
import dev.rebound.delivery.ParkedStreams.Parked;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The operator's way to the streams that wait because a handler failed on one of their events. */
@Path("/api/v1/operations/parked-streams")
@Produces(MediaType.APPLICATION_JSON)
public class ParkedStreamsResource {

  private static final String UNKNOWN = "is no handler of this service";
  private static final Map.Entry<String, String> START = Map.entry("", "");

  private final EventPath path;

  /** Wired by the container. */
  @Inject
  public ParkedStreamsResource(EventPath path) {
    this.path = path;
  }

  /** The streams that wait, by handler and name. */
  @GET
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "Streams that wait because a handler could not take one of their events.")
  @APIResponse(
      responseCode = "200",
      description = "A part of the list, by handler and stream",
      content = @Content(schema = @Schema(implementation = ParkedPage.class)))
  public Uni<Response> parked(
      @RestQuery @Nullable String handler,
      @RestQuery @Nullable Integer limit,
      @RestQuery @Nullable String cursor,
      @Context UriInfo uri) {
    if (handler != null) {
      mustBeKnown(handler, () -> Problems.invalidQuery("handler", UNKNOWN));
    }
    Paging paging = Paging.of(limit, cursor, 2);
    Map.Entry<String, String> after =
        paging.after().map(key -> Map.entry(key.getFirst(), key.getLast())).orElse(START);
    return path.parkedStreams()
        .list(handler, after, paging.limit() + 1)
        .map(rows -> paging.page(rows, row -> List.of(row.handler(), row.stream())))
        .map((Page<Parked> page) -> Paging.respond(page, uri));
  }

  /** Has streams released; what was held back of them reaches the handler soon, in order. */
  @POST
  @Path("/release")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.OPERATOR)
  @Operation(
      summary = "Deliver what was held back to a handler that was mended.",
      description =
          "It is done in the background, in order; each stream leaves the list when all of it is"
              + " delivered, and is parked again where the handler fails again. A record that cannot"
              + " be read parks its stream again too, unless passOver leaves such records out.")
  @APIResponse(
      responseCode = "202",
      description = "How many streams are to be released",
      content = @Content(schema = @Schema(implementation = Asked.class)))
  public Uni<Response> release(@Valid @NotNull ReleaseRequest request) {
    mustBeKnown(request.handler(), () -> Problems.invalid("handler", UNKNOWN));
    return path.release(
            request.handler(), request.streams(), Boolean.TRUE.equals(request.passOver()))
        .map(streams -> Response.accepted(new Asked(streams)).build());
  }

  /**
   * What comes of a request.
   *
   * @param streams how many streams are to be released now
   */
  public record Asked(int streams) {}

  /** The shape of the answer, for the API's description. */
  record ParkedPage(
      List<Parked> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {}

  private void mustBeKnown(String handler, Supplier<HttpProblem> otherwise) {
    if (path.deliveries().stream().noneMatch(known -> known.handler().equals(handler))) {
      throw otherwise.get();
    }
  }
}
