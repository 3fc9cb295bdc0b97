package dev.rebound.insights.handling;

import dev.rebound.chassis.http.Answer;
import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Commands;
import dev.rebound.chassis.http.Problems;
import dev.rebound.chassis.http.Roles;
import dev.rebound.events.Control;
import dev.rebound.events.InsightsEvent.CauseReclassified;
import dev.rebound.events.Theme;
import dev.rebound.eventstore.CommandHandler;
import dev.rebound.eventstore.EventStore;
import dev.rebound.insights.contexts.Contexts;
import dev.rebound.insights.reading.ReadingDecider;
import dev.rebound.insights.reading.ReadingRefusal;
import dev.rebound.insights.reading.Readings;
import dev.rebound.insights.reading.Reclassify;
import dev.rebound.insights.streams.Streams;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** How the candidate wants a piece of evidence read. */
@Path("/api/v1/insights/causes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "412")
@APIResponse(responseCode = "422")
public class CauseResource {

  private final Caller caller;
  private final Contexts contexts;
  private final Commands commands;
  private final CommandHandler<Reclassify, Readings, CauseReclassified, ReadingRefusal> readings;

  /** Wired by the container. */
  @Inject
  public CauseResource(Caller caller, Contexts contexts, Commands commands, EventStore store) {
    this.caller = caller;
    this.contexts = contexts;
    this.commands = commands;
    this.readings = new CommandHandler<>(new ReadingDecider(), CauseReclassified.class, store);
  }

  /**
   * A correction; it replaces the former one of this evidence.
   *
   * @param theme what it is about; absent stays as read
   * @param control how far it is in the candidate's hands; absent is the theme's default
   * @param dismissed true takes it out of every figure
   */
  public record Correction(
      @Nullable Theme theme, @Nullable Control control, @Nullable Boolean dismissed) {}

  /** A correction as it is kept. */
  public record Corrected(
      UUID id, @Nullable Theme theme, @Nullable Control control, boolean dismissed) {}

  /** Corrects the reading of evidence that was shown to the caller. */
  @PUT
  @Path("/{evidenceId}")
  @RolesAllowed(Roles.CANDIDATE)
  @Operation(summary = "Correct how a piece of evidence is read.")
  @APIResponseSchema(value = Corrected.class, responseCode = "200")
  @APIResponse(responseCode = "409", description = "There are too many corrections")
  public Uni<Response> correct(
      @PathParam("evidenceId") UUID evidenceId, @NotNull @Valid Correction correction) {
    UUID candidate = caller.subject();
    Corrected corrected =
        new Corrected(
            evidenceId,
            correction.theme(),
            correction.control(),
            Boolean.TRUE.equals(correction.dismissed()));
    return contexts
        .of(candidate)
        .map(known -> known.reading(evidenceId).orElseThrow(Problems::notFound))
        .map(reading ->
            new Reclassify(
                candidate,
                evidenceId,
                correction.theme(),
                correction.control(),
                correction.dismissed(),
                reading))
        .chain(command ->
            commands.run(
                readings,
                Streams.reading(candidate),
                command,
                correction,
                done -> Answer.ok(corrected),
                CauseResource::problem));
  }

  private static HttpProblem problem(ReadingRefusal refusal) {
    return switch (refusal) {
      case TOO_MANY_CORRECTIONS ->
          Problems.conflict("too-many-corrections", "There are too many corrections already.");
    };
  }
}
