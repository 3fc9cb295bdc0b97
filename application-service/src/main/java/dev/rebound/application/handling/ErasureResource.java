package dev.rebound.application.handling;

import dev.rebound.application.erasure.EraseSubject;
import dev.rebound.application.erasure.ErasureRefusal;
import dev.rebound.application.erasure.Subject;
import dev.rebound.application.streams.Streams;
import dev.rebound.chassis.http.Answer;
import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Commands;
import dev.rebound.chassis.http.Problems;
import dev.rebound.chassis.http.Roles;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.eventstore.CommandHandler;
import dev.rebound.sealing.Erasures;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Forgets the caller, and says how far that is. */
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Own data")
public class ErasureResource {

  private static final int ACCEPTED = 202;

  private final CommandHandler<EraseSubject, Subject, ApplicationEvent, ErasureRefusal> subjects;
  private final Erasures erasures;
  private final Commands commands;
  private final Caller caller;

  /** Wired by the container. */
  @Inject
  public ErasureResource(
      CommandHandler<EraseSubject, Subject, ApplicationEvent, ErasureRefusal> subjects,
      Erasures erasures,
      Commands commands,
      Caller caller) {
    this.subjects = subjects;
    this.erasures = erasures;
    this.commands = commands;
    this.caller = caller;
  }

  /** Erases; there is no way back. */
  @DELETE
  @RolesAllowed(Roles.CANDIDATE)
  @Operation(
      summary = "Erase everything that is held of you, for good",
      description =
          "The key that your words are sealed under is destroyed, and every service deletes what it"
              + " holds of you within a minute. Afterwards nothing more can be recorded with this"
              + " account.")
  @APIResponse(responseCode = "202", description = "It will be done, whatever happens meanwhile")
  @APIResponse(responseCode = "412")
  @APIResponse(responseCode = "422")
  public Uni<Response> erase() {
    EraseSubject command = new EraseSubject(caller.subject());
    return commands.run(
        subjects,
        Streams.subject(command.candidateId()),
        command,
        command,
        done -> new Answer(ACCEPTED, null, null),
        refusal -> Problems.notFound());
  }

  /** How far the caller's erasure is; 404 where the key is not destroyed. */
  @GET
  @Path("/erasure")
  @RolesAllowed(Roles.CANDIDATE)
  @Operation(summary = "How far your erasure is: when the key was destroyed, and who has forgotten")
  @APIResponse(
      responseCode = "200",
      description = "When the key was destroyed, and who has forgotten since",
      content = @Content(schema = @Schema(implementation = Erasures.State.class)))
  @APIResponse(responseCode = "404", description = "Nothing is erased")
  public Uni<Erasures.State> state() {
    UUID candidate = caller.subject();
    return erasures.state(candidate).map(state -> state.orElseThrow(Problems::notFound));
  }
}
