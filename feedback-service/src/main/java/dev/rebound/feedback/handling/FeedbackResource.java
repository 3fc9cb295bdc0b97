package dev.rebound.feedback.handling;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Commands;
import dev.rebound.chassis.http.Problems;
import dev.rebound.chassis.http.Roles;
import dev.rebound.events.FeedbackSource;
import dev.rebound.events.Theme;
import dev.rebound.feedback.givenfeedback.GivenFeedbackRefusal;
import dev.rebound.feedback.givenfeedback.RecordFeedback;
import dev.rebound.feedback.rejections.KnownApplications;
import dev.rebound.feedback.specificity.Judging;
import dev.rebound.feedback.specificity.Specificity;
import dev.rebound.feedback.streams.GivenFeedbacks;
import io.quarkiverse.resteasy.problem.HttpProblem;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Takes feedback that a candidate was given elsewhere. */
@Path("/api/v1/feedback")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feedback")
@APIResponse(responseCode = "412")
@APIResponse(responseCode = "422")
public class FeedbackResource {

  private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);

  private final Caller caller;
  private final Commands commands;
  private final GivenFeedbacks feedbacks;
  private final KnownApplications applications;
  private final Judging judging;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  public FeedbackResource(
      Caller caller,
      Commands commands,
      GivenFeedbacks feedbacks,
      KnownApplications applications,
      Judging judging,
      Clock clock) {
    this.caller = caller;
    this.commands = commands;
    this.feedbacks = feedbacks;
    this.applications = applications;
    this.judging = judging;
    this.clock = clock;
  }

  /** Feedback as it was recorded. */
  public record Recorded(
      UUID id,
      FeedbackSource source,
      LocalDate receivedOn,
      @Nullable UUID applicationId,
      Specificity specificity,
      int version) {}

  /** Records an appraisal, or a mentor's, a peer's, an interview partner's or recruiter's words. */
  @POST
  @RolesAllowed(Roles.CANDIDATE)
  @Operation(summary = "Record feedback given elsewhere")
  @APIResponseSchema(value = Recorded.class, responseCode = "201")
  @APIResponse(responseCode = "404", description = "The application is not yours")
  public Uni<Response> record(@NotNull @Valid RecordRequest body) {
    if (body.receivedOn().isBefore(EARLIEST)) {
      throw Problems.invalid("receivedOn", "must not be before 1970");
    }
    List<Rating> ratings = body.ratings() == null ? List.of() : body.ratings();
    Answer.once("ratings", ratings, Rating::theme, Theme.class);
    UUID candidate = caller.subject();
    return own(candidate, body.applicationId())
        .onItem()
        .transformToUni(_ -> judging.judge(body.comments(), List.of(), List.of()))
        .onItem()
        .transformToUni(specificity -> record(body, ratings, candidate, specificity));
  }

  private Uni<Response> record(
      RecordRequest body, List<Rating> ratings, UUID candidate, Specificity specificity) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    return commands.run(
        feedbacks.handler(),
        GivenFeedbacks.stream(id),
        new RecordFeedback(
            id,
            candidate,
            body.applicationId(),
            body.source(),
            body.receivedOn(),
            body.comments(),
            ratings.stream().map(Rating::value).toList(),
            judging.kept(specificity),
            clock.instant()),
        body,
        done ->
            new dev.rebound.chassis.http.Answer(
                Response.Status.CREATED.getStatusCode(),
                null,
                new Recorded(
                    id,
                    body.source(),
                    body.receivedOn(),
                    body.applicationId(),
                    specificity,
                    done.version())),
        FeedbackResource::problem);
  }

  /** An application that is named must be the caller's. */
  private Uni<Boolean> own(UUID candidate, @Nullable UUID applicationId) {
    return applicationId == null
        ? Uni.createFrom().item(true)
        : applications
            .own(candidate, applicationId)
            .map(found -> found.map(_ -> true).orElseThrow(Problems::notFound));
  }

  private static HttpProblem problem(GivenFeedbackRefusal refusal) {
    return switch (refusal) {
      case ALREADY_RECORDED ->
          Problems.conflict("already-recorded", "This feedback is recorded already.");
      case NOT_YET_GIVEN -> Problems.invalid("receivedOn", "must not be in the future");
    };
  }
}
