package dev.rebound.insights.changes;

import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Problems;
import dev.rebound.chassis.http.Roles;
import dev.rebound.insights.contexts.Contexts;
import dev.rebound.insights.contexts.Revisions;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/insights/stream}. */
@Path("/api/v1/insights/stream")
public class ChangeResource {

  private static final Duration LOOK = Duration.ofSeconds(1);

  /** Often enough for every proxy between, and for noticing that nobody listens any more. */
  private static final long LOOKS_PER_HEARTBEAT = 15;

  /** As long as an access token lives; a browser connects again by itself. */
  private static final Duration LIFE = Duration.ofMinutes(5);

  private final Caller caller;
  private final Contexts contexts;
  private final Listeners listeners;

  /** Wired by the container. */
  @Inject
  public ChangeResource(Caller caller, Contexts contexts, Listeners listeners) {
    this.caller = caller;
    this.contexts = contexts;
    this.listeners = listeners;
  }

  /**
   * Sends {@code changed} with the names of the views, and a comment now and then.
   *
   * @param last the id of the last message of a former connection: what changed since is told first
   */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RolesAllowed(Roles.CANDIDATE)
  @Operation(summary = "Hear which views changed, as server-sent events.")
  @APIResponse(
      responseCode = "200",
      description = "What changed, as it changes, for five minutes",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "a change", value = CHANGED)))
  @APIResponse(
      responseCode = "429",
      description =
          "Four of this account listen already, or 400 in all, or there were too many requests;"
              + " Retry-After says when to come back")
  public Multi<OutboundSseEvent> changes(
      @Context Sse sse, @HeaderParam("Last-Event-ID") @Nullable String last) {
    UUID candidate = caller.subject();
    if (!listeners.join(candidate)) {
      throw Problems.tooManyRequests(LIFE.toSeconds());
    }
    AtomicBoolean joined = new AtomicBoolean(true);
    AtomicReference<@Nullable Revisions> seen =
        new AtomicReference<>(Optional.ofNullable(last).flatMap(Revisions::parse).orElse(null));
    return Multi.createFrom()
        .ticks()
        .every(LOOK)
        .onOverflow()
        .drop()
        .select()
        .first(LIFE)
        .onItem()
        .transformToUniAndConcatenate(tick ->
            contexts
                .revisions(candidate)
                .map(now -> event(sse, tick, Optional.ofNullable(seen.getAndSet(now)), now)))
        .select()
        .where(Optional::isPresent)
        .map(Optional::orElseThrow)
        .onTermination()
        .invoke(() -> {
          if (joined.getAndSet(false)) {
            listeners.leave(candidate);
          }
        });
  }

  private static Optional<OutboundSseEvent> event(
      Sse sse, long tick, Optional<Revisions> before, Revisions now) {
    Optional<OutboundSseEvent> change =
        before
            .flatMap(former -> Change.between(former, now))
            .map(changed ->
                sse.newEventBuilder()
                    .name("changed")
                    .id(now.toString())
                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(changed)
                    .build());
    return change.isEmpty() && tick % LOOKS_PER_HEARTBEAT == 0
        ? Optional.of(sse.newEventBuilder().comment("listening").id(now.toString()).build())
        : change;
  }

  private static final String CHANGED =
      """
      event: changed
      id: 12.3
      data: {"views":["weaknesses","strengths","blind-spots","perspective","growth-plan","preparation","search-refinements","funnel"]}

      """;
}
