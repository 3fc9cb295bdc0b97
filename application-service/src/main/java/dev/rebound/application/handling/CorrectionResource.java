package dev.rebound.application.handling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rebound.application.handling.JobApplicationRequests.CorrectedRequest;
import dev.rebound.application.handling.JobApplicationRequests.PostingRequest;
import dev.rebound.application.handling.JobApplicationRequests.RecruiterRequest;
import dev.rebound.application.jobapplication.Correctable;
import dev.rebound.application.jobapplication.JobApplication;
import dev.rebound.application.jobapplication.JobApplicationCommand;
import dev.rebound.application.jobapplication.JobApplicationCommand.Correct;
import dev.rebound.application.jobapplication.JobApplicationRefusal;
import dev.rebound.application.streams.OwnApplications;
import dev.rebound.application.streams.Streams;
import dev.rebound.application.timeline.ApplicationView;
import dev.rebound.chassis.http.Answer;
import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Commands;
import dev.rebound.chassis.http.Problems;
import dev.rebound.chassis.http.Roles;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.events.Recruiter;
import dev.rebound.eventstore.CommandHandler;
import dev.rebound.sealing.Sealing;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/**
 * Takes corrections, as JSON Merge Patch: the patch is merged into what there is, the whole is
 * checked like a new application, and the write model makes sure that what it was merged into still
 * holds.
 */
@Path("/api/v1/applications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
@APIResponse(responseCode = "412")
@APIResponse(responseCode = "422")
public class CorrectionResource {

  private final CommandHandler<
          JobApplicationCommand, JobApplication, ApplicationEvent, JobApplicationRefusal>
      applications;
  private final OwnApplications own;
  private final Commands commands;
  private final Validation validation;
  private final Sealing sealing;
  private final ObjectMapper json;
  private final Caller caller;

  /** Wired by the container. */
  @Inject
  public CorrectionResource(
      CommandHandler<JobApplicationCommand, JobApplication, ApplicationEvent, JobApplicationRefusal>
          applications,
      OwnApplications own,
      Commands commands,
      Validation validation,
      Sealing sealing,
      ObjectMapper json,
      Caller caller) {
    this.applications = applications;
    this.own = own;
    this.commands = commands;
    this.validation = validation;
    this.sealing = sealing;
    this.json = json;
    this.caller = caller;
  }

  /** Puts the posting, the recruiter or the day of the application right. */
  @PATCH
  @Path("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @RolesAllowed(Roles.CANDIDATE)
  @Operation(
      summary = "Correct the posting, the recruiter or the day of the application",
      description = "JSON Merge Patch: null takes a field away, what is missing stays.")
  @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
  public Uni<Response> correct(
      @RestPath UUID id,
      @RequestBody(content = @Content(schema = @Schema(implementation = CorrectedRequest.class)))
          @NotNull
          JsonNode patch) {
    if (!patch.isObject()) {
      throw Problems.badRequest("malformed", "A correction is a JSON object.");
    }
    UUID candidate = caller.subject();
    return own.of(candidate, id)
        .map(application -> application.state().details().correctable())
        .map(before -> new Correct(candidate, before, corrected(before, patch)))
        .flatMap(command ->
            commands.run(
                applications,
                Streams.application(id),
                command,
                patch,
                done -> Answer.ok(ApplicationView.of(done.state(), done.version())),
                CorrectionResource::refused));
  }

  private Correctable corrected(Correctable before, JsonNode patch) {
    Recruiter recruiter = before.recruiter();
    CorrectedRequest now =
        new CorrectedRequest(
            PostingRequest.of(before.posting()),
            before.appliedOn(),
            recruiter == null ? null : RecruiterRequest.of(recruiter));
    CorrectedRequest wanted = validation.valid(merged(now, patch));
    RecruiterRequest asked = wanted.recruiter();
    return new Correctable(
        wanted.posting().posting(),
        wanted.appliedOn(),
        asked == null || asked.equals(now.recruiter())
            ? (asked == null ? null : recruiter)
            : asked.recruiter(sealing::pseudonym));
  }

  private CorrectedRequest merged(CorrectedRequest now, JsonNode patch) {
    try {
      return MergePatch.apply(json, now, patch, CorrectedRequest.class);
    } catch (JsonProcessingException unreadable) {
      throw Problems.badRequest(
          "malformed",
          "A correction names fields of posting and recruiter, or appliedOn, with their types.");
    }
  }

  private static HttpProblem refused(JobApplicationRefusal refusal) {
    return refusal == JobApplicationRefusal.BEFORE_APPLICATION
        ? Problems.invalid("appliedOn", "must not be after the first thing that followed")
        : Refusals.of(refusal, "appliedOn");
  }
}
