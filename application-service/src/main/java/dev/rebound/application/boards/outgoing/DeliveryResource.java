package dev.rebound.application.boards.outgoing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rebound.application.boards.outgoing.DeliveryLog.BoardDelivery;
import dev.rebound.application.boards.outgoing.DeliveryLog.DeliveryStatus;
import dev.rebound.application.boards.outgoing.DeliveryLog.Wanted;
import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Paging;
import dev.rebound.chassis.http.Problems;
import dev.rebound.chassis.http.Roles;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A board sees what was sent to it, and has it sent again. */
@Path("/api/v1/boards/{board}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.BOARD_INTEGRATION, Roles.BOARD_ADMIN})
@Tag(name = "Boards")
public class DeliveryResource {

  private static final int KEY_FIELDS = 2;

  private final DeliveryLog log;
  private final Courier courier;
  private final Clock clock;
  private final Caller caller;

  /** Wired by the container. */
  @Inject
  public DeliveryResource(DeliveryLog log, Courier courier, Clock clock, Caller caller) {
    this.log = log;
    this.courier = courier;
    this.clock = clock;
    this.caller = caller;
  }

  /** How a part of the log is written. */
  record DeliveryPage(
      List<BoardDelivery> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {}

  /** The last thirty days, the newest first. */
  @GET
  @Operation(summary = "What was sent, and how it went")
  @APIResponse(
      responseCode = "200",
      description = "A part of the log",
      content = @Content(schema = @Schema(implementation = DeliveryPage.class)))
  public Uni<Response> list(
      @RestPath String board,
      @Parameter(description = "Only those that stand so: PENDING, DELIVERED or FAILED") @RestQuery
          @Nullable String status,
      @Parameter(description = "Only those of this subscription") @RestQuery
          @Nullable UUID subscription,
      @RestQuery @Nullable Integer limit,
      @RestQuery @Nullable String cursor,
      @Context UriInfo uri) {
    caller.demandBoard(board);
    Wanted wanted = new Wanted(status(status), subscription);
    return log.page(board, wanted, Paging.of(limit, cursor, KEY_FIELDS))
        .map(page -> Paging.respond(page, uri));
  }

  /** Sends it again under its id, and on failure as often as the first time. */
  @POST
  @Path("/{id}/replay")
  @Operation(
      summary = "Send it again",
      description = "Under the same webhook-id, by which a receiver knows what it has already.")
  @APIResponse(
      responseCode = "202",
      description = "It is due",
      content = @Content(schema = @Schema(implementation = BoardDelivery.class)))
  @APIResponse(responseCode = "404", description = "No such delivery")
  @APIResponse(
      responseCode = "409",
      description = "Its subscription was ended by a 410; to be subscribed again first")
  public Uni<Response> replay(@RestPath String board, @RestPath UUID id) {
    caller.demandBoard(board);
    return log.replay(board, id, clock.instant())
        .chain(due -> {
          if (due.isEmpty()) {
            return log.has(board, id)
                .map(there -> {
                  throw notSent(there);
                });
          }
          courier.wake();
          return Uni.createFrom().item(Response.accepted(due.get()).build());
        });
  }

  private static @Nullable DeliveryStatus status(@Nullable String status) {
    if (status == null || status.isBlank()) {
      return null;
    }
    try {
      return DeliveryStatus.valueOf(status);
    } catch (IllegalArgumentException unknown) {
      throw Problems.invalidQuery("status", "must be PENDING, DELIVERED or FAILED");
    }
  }

  /**
   * Why nothing is sent again.
   *
   * @param there whether what is asked for is there
   */
  static HttpProblem notSent(boolean there) {
    return there
        ? Problems.conflict(
            "subscription-disabled",
            "The receiver has answered 410, and is sent nothing any more. Subscribe again first.")
        : Problems.notFound();
  }
}
