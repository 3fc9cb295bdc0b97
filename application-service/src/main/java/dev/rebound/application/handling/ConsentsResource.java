package dev.rebound.application.handling;

import dev.rebound.application.consents.ChangeConsents;
import dev.rebound.application.consents.Consents;
import dev.rebound.application.consents.ConsentsRefusal;
import dev.rebound.application.streams.Streams;
import dev.rebound.chassis.http.Answer;
import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Commands;
import dev.rebound.chassis.http.Reads;
import dev.rebound.chassis.http.Roles;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.eventstore.CommandHandler;
import dev.rebound.sealing.Withdrawals;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Shows and changes what the boards may see. */
@Path("/api/v1/me/consents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Consents")
public class ConsentsResource {

  private static final Logger LOG = Logger.getLogger(ConsentsResource.class);

  private final CommandHandler<ChangeConsents, Consents, ApplicationEvent, ConsentsRefusal>
      consents;
  private final Commands commands;
  private final Reads reads;
  private final Caller caller;
  private final Withdrawals withdrawals;

  /** Wired by the container. */
  @Inject
  public ConsentsResource(
      CommandHandler<ChangeConsents, Consents, ApplicationEvent, ConsentsRefusal> consents,
      Commands commands,
      Reads reads,
      Caller caller,
      Withdrawals withdrawals) {
    this.consents = consents;
    this.commands = commands;
    this.reads = reads;
    this.caller = caller;
    this.withdrawals = withdrawals;
  }

  /** What the caller allows, by board. */
  record ConsentsDocument(
      @NotNull @Size(max = 100)
          Map<
                  @NotNull
                  @Pattern(
                      regexp = "[a-z0-9][a-z0-9-]{0,62}",
                      message = "must be the name of a board")
                  String,
                  @NotNull @Valid BoardConsent>
              boards) {

    static ConsentsDocument of(Consents consents) {
      Map<String, BoardConsent> boards = new TreeMap<>();
      consents
          .sharesSearch()
          .forEach((board, shared) -> boards.put(board, new BoardConsent(shared)));
      return new ConsentsDocument(boards);
    }

    Consents consents() {
      TreeMap<String, Boolean> shared = new TreeMap<>();
      boards.forEach((board, consent) -> shared.put(board, consent.shareSearch()));
      return new Consents(shared);
    }
  }

  /** What the caller allows one board. */
  record BoardConsent(@NotNull Boolean shareSearch) {}

  /** The consents as they are. */
  @GET
  @RolesAllowed(Roles.CANDIDATE)
  @Operation(summary = "What the boards may see")
  @APIResponse(
      responseCode = "200",
      description = "The consents",
      content = @Content(schema = @Schema(implementation = ConsentsDocument.class)))
  public Uni<Response> consents(@RestQuery @Nullable UUID after) {
    UUID candidate = caller.subject();
    return reads.after(
        after,
        () ->
            consents
                .current(Streams.consents(candidate))
                .map(current -> answer(current.state(), current.slice().version())));
  }

  /** Puts the consents as a whole; a board that is not mentioned is no longer allowed anything. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.CANDIDATE)
  @Operation(summary = "Change what the boards may see")
  @APIResponseSchema(value = ConsentsDocument.class, responseCode = "200")
  @APIResponse(responseCode = "412")
  @APIResponse(responseCode = "422")
  public Uni<Response> change(@NotNull @Valid ConsentsDocument document) {
    UUID candidate = caller.subject();
    Consents wanted = document.consents();
    return consents
        .current(Streams.consents(candidate))
        .flatMap(current ->
            current.slice().version() == 0 && !wanted.sharesSearch().containsValue(true)
                // Nothing was ever allowed and nothing is: no event tells of it.
                ? Uni.createFrom().item(answer(current.state(), 0))
                : commands
                    .run(
                        consents,
                        Streams.consents(candidate),
                        new ChangeConsents(candidate, wanted),
                        document,
                        done -> Answer.ok(ConsentsDocument.of(done.state())),
                        Refusals::of)
                    .call(answer -> takeBack(candidate, current.state(), wanted, answer)));
  }

  /**
   * What is taken back holds by the time it is answered: events tell the other services of it, and
   * they may be behind. Where it cannot be noted now, the reaction to the event notes it.
   */
  private Uni<Void> takeBack(UUID candidate, Consents before, Consents after, Response answer) {
    if (answer.getHeaderString(Commands.REPLAYED) != null) {
      return Uni.createFrom().voidItem();
    }
    int version = Integer.parseInt(answer.getEntityTag().getValue());
    List<Uni<Void>> notes =
        before.sharesSearch().entrySet().stream()
            .filter(Map.Entry::getValue)
            .map(Map.Entry::getKey)
            .filter(board -> !after.sharesSearch().getOrDefault(board, false))
            .map(board -> withdrawals.note(candidate, board, false, version))
            .toList();
    return notes.isEmpty()
        ? Uni.createFrom().voidItem()
        : Uni.join()
            .all(notes)
            .andFailFast()
            .replaceWithVoid()
            .onFailure()
            .invoke(failure -> LOG.warnf("Noted later: %s", failure.getClass().getSimpleName()))
            .onFailure()
            .recoverWithNull();
  }

  private static Response answer(Consents consents, int version) {
    return Response.ok(ConsentsDocument.of(consents))
        .header(HttpHeaders.ETAG, '"' + Integer.toString(version) + '"')
        .build();
  }
}
