package dev.rebound.application.boards.outgoing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rebound.application.boards.outgoing.Subscriptions.Subscription;
import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.KeyedRequests;
import dev.rebound.chassis.http.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** A board that was away has what it missed sent again, without asking for each. */
@Path("/api/v1/boards/{board}/subscriptions/{id}/replay")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.BOARD_INTEGRATION, Roles.BOARD_ADMIN})
@Tag(name = "Boards")
public class ReplayResource {

  private final Subscriptions subscriptions;
  private final DeliveryLog log;
  private final Courier courier;
  private final KeyedRequests requests;
  private final Clock clock;
  private final Caller caller;

  /** Wired by the container. */
  @Inject
  public ReplayResource(
      Subscriptions subscriptions,
      DeliveryLog log,
      Courier courier,
      KeyedRequests requests,
      Clock clock,
      Caller caller) {
    this.subscriptions = subscriptions;
    this.log = log;
    this.courier = courier;
    this.requests = requests;
    this.clock = clock;
    this.caller = caller;
  }

  /**
   * What is to be sent again.
   *
   * @param since the earliest, by createdAt
   */
  record ReplayRequest(@NotNull Instant since) {}

  /**
   * What came of it.
   *
   * @param replayed how many are due again
   */
  record Replayed(int replayed) {}

  /** Sends again what has failed; a repeat finds it under way and goes on with the rest. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Send again what has failed",
      description =
          "Those of the subscription that were written down since then, the oldest first and at"
              + " most 1000: where the answer says 1000, ask again with another Idempotency-Key."
              + " They come under their webhook-ids.")
  @APIResponseSchema(value = Replayed.class, responseCode = "200")
  @APIResponse(
      responseCode = "400",
      description = "The body is not what it must be, or no Idempotency-Key from a machine")
  @APIResponse(
      responseCode = "409",
      description = "The subscription was ended by a 410; to be subscribed again first")
  @APIResponse(responseCode = "422")
  public Uni<Response> replay(
      @RestPath String board, @RestPath UUID id, @NotNull @Valid ReplayRequest request) {
    caller.demandBoard(board);
    return requests.run(
        request.since().toString().getBytes(UTF_8),
        () ->
            subscriptions
                .of(board)
                .invoke(all -> demandSent(all, id))
                .chain(() -> log.replayFailed(board, id, request.since(), clock.instant()))
                .invoke(courier::wake)
                .map(replayed -> new KeyedRequests.Outcome(null, new Replayed(replayed))));
  }

  private static void demandSent(List<Subscription> all, UUID id) {
    List<Subscription> asked = all.stream().filter(it -> it.id().equals(id)).toList();
    if (asked.isEmpty() || asked.getFirst().disabledAt() != null) {
      throw DeliveryResource.notSent(!asked.isEmpty());
    }
  }
}
