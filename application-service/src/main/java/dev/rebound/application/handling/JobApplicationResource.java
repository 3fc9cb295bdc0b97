package dev.rebound.application.handling;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.application.handling.JobApplicationRequests.OfferRequest;
import dev.rebound.application.handling.JobApplicationRequests.RecruiterRequest;
import dev.rebound.application.handling.JobApplicationRequests.RejectionRequest;
import dev.rebound.application.handling.JobApplicationRequests.ReopeningRequest;
import dev.rebound.application.handling.JobApplicationRequests.StageRequest;
import dev.rebound.application.handling.JobApplicationRequests.SubmitRequest;
import dev.rebound.application.handling.JobApplicationRequests.WithdrawalRequest;
import dev.rebound.application.jobapplication.JobApplication;
import dev.rebound.application.jobapplication.JobApplicationCommand;
import dev.rebound.application.jobapplication.JobApplicationCommand.ReachStage;
import dev.rebound.application.jobapplication.JobApplicationCommand.ReceiveOffer;
import dev.rebound.application.jobapplication.JobApplicationCommand.Reject;
import dev.rebound.application.jobapplication.JobApplicationCommand.Reopen;
import dev.rebound.application.jobapplication.JobApplicationCommand.Submit;
import dev.rebound.application.jobapplication.JobApplicationCommand.Withdraw;
import dev.rebound.application.jobapplication.JobApplicationRefusal;
import dev.rebound.application.jobapplication.Stage;
import dev.rebound.application.streams.Streams;
import dev.rebound.application.timeline.ApplicationView;
import dev.rebound.chassis.http.Answer;
import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Commands;
import dev.rebound.chassis.http.Roles;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.events.RejectionSource;
import dev.rebound.eventstore.CommandHandler;
import dev.rebound.sealing.Sealing;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Takes the commands on applications. */
@Path("/api/v1/applications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.CANDIDATE)
@Tag(name = "Applications")
@APIResponse(responseCode = "412")
@APIResponse(responseCode = "422")
public class JobApplicationResource {

  private static final String PATH = "/api/v1/applications/";

  private final CommandHandler<
          JobApplicationCommand, JobApplication, ApplicationEvent, JobApplicationRefusal>
      applications;
  private final Commands commands;
  private final Sealing sealing;
  private final Caller caller;

  /** Wired by the container. */
  @Inject
  public JobApplicationResource(
      CommandHandler<JobApplicationCommand, JobApplication, ApplicationEvent, JobApplicationRefusal>
          applications,
      Commands commands,
      Sealing sealing,
      Caller caller) {
    this.applications = applications;
    this.commands = commands;
    this.sealing = sealing;
    this.caller = caller;
  }

  /** Records an application. */
  @POST
  @Operation(summary = "Record an application")
  @APIResponseSchema(value = ApplicationView.class, responseCode = "201")
  public Uni<Response> submit(@NotNull @Valid SubmitRequest request) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    RecruiterRequest recruiter = request.recruiter();
    Submit command =
        new Submit(
            id,
            caller.subject(),
            request.posting().posting(),
            request.appliedOn(),
            recruiter == null ? null : recruiter.recruiter(sealing::pseudonym),
            null,
            null,
            null);
    return commands.create(
        applications,
        Streams.application(id),
        command,
        request,
        done -> Answer.created(PATH + id, ApplicationView.of(done.state(), done.version())),
        refusal -> Refusals.of(refusal, "appliedOn"));
  }

  /** Records a stage that took place. */
  @POST
  @Path("/{id}/stages")
  @Operation(summary = "Record a stage that took place")
  @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
  @APIResponse(
      responseCode = "409",
      description =
          "It is withdrawn, was rejected before that day, has the stage on that day, or has 50"
              + " stages")
  public Uni<Response> reachStage(@RestPath UUID id, @NotNull @Valid StageRequest request) {
    return run(
        id,
        new ReachStage(
            caller.subject(), new Stage(request.kind(), request.reachedOn(), request.note())),
        request,
        "reachedOn");
  }

  /** Records a rejection. */
  @POST
  @Path("/{id}/rejection")
  @Operation(summary = "Record a rejection")
  @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
  @APIResponse(responseCode = "409", description = "It is rejected or withdrawn already")
  public Uni<Response> reject(@RestPath UUID id, @NotNull @Valid RejectionRequest request) {
    return run(
        id,
        new Reject(
            caller.subject(),
            request.stage(),
            request.rejectedOn(),
            RejectionSource.CANDIDATE,
            request.rejectionReason(),
            request.message(),
            caller.name().orElse(null)),
        request,
        "rejectedOn");
  }

  /** Takes a rejection back. The body may be left out. */
  @POST
  @Path("/{id}/reopening")
  @Operation(summary = "Take a rejection back")
  @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
  @APIResponse(responseCode = "409", description = "It has no rejection to take back")
  @RequestBody(required = false)
  public Uni<Response> reopen(@RestPath UUID id, @Nullable @Valid ReopeningRequest request) {
    return run(id, new Reopen(caller.subject()), new ReopeningRequest(), "");
  }

  /** Steps back from an application. The body may be left out. */
  @POST
  @Path("/{id}/withdrawal")
  @Operation(summary = "Withdraw an application")
  @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
  @APIResponse(responseCode = "409", description = "It is rejected or withdrawn already")
  @RequestBody(required = false)
  public Uni<Response> withdraw(@RestPath UUID id, @Nullable @Valid WithdrawalRequest request) {
    WithdrawalRequest said = request == null ? new WithdrawalRequest(null) : request;
    return run(id, new Withdraw(caller.subject(), said.reason()), said, "");
  }

  /** Records an offer. */
  @POST
  @Path("/{id}/offer")
  @Operation(summary = "Record an offer")
  @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
  @APIResponse(
      responseCode = "409",
      description = "It is rejected or withdrawn, or has an offer already")
  public Uni<Response> receiveOffer(@RestPath UUID id, @NotNull @Valid OfferRequest request) {
    return run(id, new ReceiveOffer(caller.subject(), request.receivedOn()), request, "receivedOn");
  }

  private Uni<Response> run(
      UUID id, JobApplicationCommand command, Object request, String dateField) {
    return commands.run(
        applications,
        Streams.application(id),
        command,
        request,
        done -> Answer.ok(ApplicationView.of(done.state(), done.version())),
        refusal -> Refusals.of(refusal, dateField));
  }
}
