package dev.rebound.application.boards.outgoing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rebound.application.boards.outgoing.Rotation.Rotated;
import dev.rebound.application.boards.outgoing.Subscribing.Added;
import dev.rebound.application.boards.outgoing.Subscriptions.Subscription;
import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.KeyedRequests;
import dev.rebound.chassis.http.Page;
import dev.rebound.chassis.http.Problems;
import dev.rebound.chassis.http.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A board says where it wants to be told of what. */
@Path("/api/v1/boards/{board}/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.BOARD_INTEGRATION, Roles.BOARD_ADMIN})
@Tag(name = "Boards")
public class SubscriptionResource {

  private static final byte[] NOTHING = {};

  private final Subscriptions subscriptions;
  private final Subscribing subscribing;
  private final Rotation rotation;
  private final WebhookCall call;
  private final KeyedRequests requests;
  private final ObjectMapper json;
  private final Caller caller;

  /** Wired by the container. */
  @Inject
  public SubscriptionResource(
      Subscriptions subscriptions,
      Subscribing subscribing,
      Rotation rotation,
      WebhookCall call,
      KeyedRequests requests,
      ObjectMapper json,
      Caller caller) {
    this.subscriptions = subscriptions;
    this.subscribing = subscribing;
    this.rotation = rotation;
    this.call = call;
    this.requests = requests;
    this.json = json;
    this.caller = caller;
  }

  /**
   * What is wanted.
   *
   * @param url https, to an address of the whole world
   */
  record SubscriptionRequest(
      @NotNull @Size(max = 2000) String url,
      @NotEmpty @Size(max = 20) List<@NotNull @Size(max = 100) String> types) {}

  /**
   * A subscription that was just made.
   *
   * @param secret what calls are signed with; shown this once
   */
  record Made(UUID id, String url, List<String> types, Instant createdAt, String secret) {}

  /** How the list is written. */
  record SubscriptionPage(
      List<Subscription> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {}

  /** The board's subscriptions, the oldest first; there are never more than twenty. */
  @GET
  @Operation(summary = "Where the board is told of what")
  @APIResponse(
      responseCode = "200",
      description = "All of them",
      content = @Content(schema = @Schema(implementation = SubscriptionPage.class)))
  public Uni<Page<Subscription>> list(@RestPath String board) {
    caller.demandBoard(board);
    return subscriptions.of(board).map(all -> new Page<>(all, null));
  }

  /**
   * Adds a subscription, or enables a disabled one; its secret is shown in this answer and never
   * again.
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Be told of what happens",
      description =
          "Calls come as Standard Webhooks 1.0 says. Types: feedback.requested, feedback.received,"
              + " feedback.generic, consent.changed, search.refined (only with the candidate's"
              + " consent), subject.erased. The secret is in this answer only. Where there is one for"
              + " the URL that a 410 has disabled, it is enabled again with these types and a new"
              + " secret, and keeps its log.")
  @APIResponse(
      responseCode = "201",
      description = "The subscription with its secret",
      content = @Content(schema = @Schema(implementation = Made.class)))
  @APIResponse(
      responseCode = "400",
      description = "The body is not what it must be, or no Idempotency-Key from a machine")
  @APIResponse(
      responseCode = "409",
      description = "There is a subscription for this URL, or there are 20 already")
  @APIResponse(responseCode = "422")
  public Uni<Response> add(@RestPath String board, @NotNull @Valid SubscriptionRequest request) {
    caller.demandBoard(board);
    List<NoticeType> types = request.types().stream().map(SubscriptionResource::type).toList();
    Target target = call.target(request.url()).orElseThrow(SubscriptionResource::notCalled);
    String name = requests.name().orElse(null);
    return requests
        .run(
            bytes(request),
            () ->
                call.leadsAstray(target)
                    .flatMap(astray -> {
                      if (astray) {
                        throw notCalled();
                      }
                      return subscribing
                          .add(board, request.url(), types, name)
                          .map(SubscriptionResource::outcome);
                    }))
        .map(done -> Response.fromResponse(done).status(Response.Status.CREATED).build());
  }

  /** Takes a subscription away, with what was still to be sent and with its log. */
  @DELETE
  @Path("/{id}")
  @Operation(summary = "Be told no more")
  @APIResponse(responseCode = "204", description = "It is gone")
  public Uni<Response> remove(@RestPath String board, @RestPath UUID id) {
    caller.demandBoard(board);
    return subscriptions
        .remove(board, id)
        .map(there -> {
          if (!there) {
            throw Problems.notFound();
          }
          return Response.noContent().build();
        });
  }

  /** Gives it a new secret; for a day the former one signs as well. */
  @POST
  @Path("/{id}/secret")
  @Operation(
      summary = "Change the secret",
      description = "For 24 hours calls carry a signature of the former secret as well.")
  @APIResponseSchema(value = Rotated.class, responseCode = "200")
  @APIResponse(responseCode = "400", description = "No Idempotency-Key from a machine")
  @APIResponse(responseCode = "422")
  public Uni<Response> rotate(@RestPath String board, @RestPath UUID id) {
    caller.demandBoard(board);
    String name = requests.name().orElse(null);
    return requests.run(
        NOTHING,
        () ->
            rotation
                .rotate(board, id, name)
                .map(rotated ->
                    new KeyedRequests.Outcome(null, rotated.orElseThrow(Problems::notFound))));
  }

  private static KeyedRequests.Outcome outcome(Optional<Added> made) {
    Added added =
        made.orElseThrow(() ->
            Problems.conflict(
                "subscribed",
                "The board has a subscription for this URL, or has "
                    + Subscriptions.MOST
                    + " already."));
    Subscription it = added.subscription();
    return new KeyedRequests.Outcome(
        null, new Made(it.id(), it.url(), it.types(), it.createdAt(), added.secret()));
  }

  private static NoticeType type(String code) {
    return NoticeType.of(code)
        .orElseThrow(() -> Problems.invalid("types", "must be of " + NoticeType.codes()));
  }

  private static RuntimeException notCalled() {
    return Problems.invalid("url", "must be https and lead to an address of the public internet");
  }

  private byte[] bytes(SubscriptionRequest request) {
    try {
      return json.writeValueAsBytes(request);
    } catch (JsonProcessingException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
