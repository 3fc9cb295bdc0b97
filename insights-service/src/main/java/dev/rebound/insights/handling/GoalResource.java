package dev.rebound.insights.handling;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.chassis.http.Answer;
import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Commands;
import dev.rebound.chassis.http.Roles;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.contexts.Contexts;
import dev.rebound.insights.growthplan.GrowthPlan;
import dev.rebound.insights.growthplan.GrowthPlanCommand;
import dev.rebound.insights.growthplan.GrowthPlanCommand.Abandon;
import dev.rebound.insights.growthplan.GrowthPlanCommand.Achieve;
import dev.rebound.insights.growthplan.GrowthPlanCommand.AdoptGoal;
import dev.rebound.insights.growthplan.GrowthPlanCommand.CheckIn;
import dev.rebound.insights.growthplan.goals.Goal;
import dev.rebound.insights.growthplan.goals.Goals;
import dev.rebound.insights.growthplan.stream.Plans;
import dev.rebound.insights.handling.GoalRequests.AbandonmentRequest;
import dev.rebound.insights.handling.GoalRequests.AchievementRequest;
import dev.rebound.insights.handling.GoalRequests.AdoptionRequest;
import dev.rebound.insights.handling.GoalRequests.CheckInRequest;
import dev.rebound.insights.handling.GoalRequests.GoalRequest;
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
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Takes the commands on goals; each answers the goal as it then is. */
@Path("/api/v1/growth-plan/goals")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.CANDIDATE)
@APIResponse(responseCode = "412")
@APIResponse(responseCode = "422")
public class GoalResource {

  private static final String PATH = "/api/v1/growth-plan/goals/";

  private final Caller caller;
  private final Contexts contexts;
  private final Plans plans;
  private final Commands commands;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  public GoalResource(
      Caller caller, Contexts contexts, Plans plans, Commands commands, Clock clock) {
    this.caller = caller;
    this.contexts = contexts;
    this.plans = plans;
    this.commands = commands;
    this.clock = clock;
  }

  /** Sets a goal of the candidate's own, which needs no evidence. */
  @POST
  @Operation(summary = "Set a goal of one's own.")
  @APIResponseSchema(value = Goal.class, responseCode = "201")
  @APIResponse(responseCode = "409", description = "There are 10 open goals, or 200 in all")
  public Uni<Response> set(@NotNull @Valid GoalRequest request) {
    UUID candidate = caller.subject();
    UUID id = UuidCreator.getTimeOrderedEpoch();
    LocalDate today = OwnDay.of(request.on(), clock);
    AdoptGoal command = new AdoptGoal(candidate, id, request.theme(), request.intent(), today);
    return contexts
        .of(candidate)
        .chain(known -> run(command, request, known, goal -> Answer.created(PATH + id, goal)));
  }

  /** Takes a proposed goal on, by the id under which it is proposed. The body may be left out. */
  @POST
  @Path("/{id}/adoption")
  @Operation(summary = "Take a proposed goal on.")
  @APIResponseSchema(value = Goal.class, responseCode = "200")
  @APIResponse(
      responseCode = "409",
      description = "It is adopted or closed already, or there are too many goals")
  @RequestBody(required = false)
  public Uni<Response> adopt(@RestPath UUID id, @Nullable @Valid AdoptionRequest request) {
    AdoptionRequest wanted = request == null ? AdoptionRequest.AS_PROPOSED : request;
    LocalDate today = OwnDay.of(wanted.on(), clock);
    return known()
        .chain(
            known -> run(known.adoption(id, wanted, today), wanted, known.contexts(), Answer::ok));
  }

  /** Notes how it is going. */
  @POST
  @Path("/{id}/check-ins")
  @Operation(summary = "Note how a goal is going.")
  @APIResponseSchema(value = Goal.class, responseCode = "200")
  @APIResponse(
      responseCode = "409",
      description = "It is not adopted, closed already, or has 366 check-ins")
  public Uni<Response> checkIn(@RestPath UUID id, @NotNull @Valid CheckInRequest request) {
    LocalDate today = OwnDay.of(request.on(), clock);
    return change(
        id,
        candidate -> new CheckIn(candidate, id, request.note(), request.progress(), today),
        request);
  }

  /** Closes a goal as reached. The body may be left out. */
  @POST
  @Path("/{id}/achievement")
  @Operation(summary = "Close a goal as achieved.")
  @APIResponseSchema(value = Goal.class, responseCode = "200")
  @APIResponse(responseCode = "409", description = "It is not adopted, or closed already")
  @RequestBody(required = false)
  public Uni<Response> achieve(@RestPath UUID id, @Nullable @Valid AchievementRequest request) {
    AchievementRequest said = request == null ? AchievementRequest.WITHOUT_WORDS : request;
    LocalDate today = OwnDay.of(said.on(), clock);
    return change(id, candidate -> new Achieve(candidate, id, said.note(), today), said);
  }

  /** Lets a goal go. The body may be left out. */
  @POST
  @Path("/{id}/abandonment")
  @Operation(summary = "Let a goal go.")
  @APIResponseSchema(value = Goal.class, responseCode = "200")
  @APIResponse(responseCode = "409", description = "It is not adopted, or closed already")
  @RequestBody(required = false)
  public Uni<Response> abandon(@RestPath UUID id, @Nullable @Valid AbandonmentRequest request) {
    AbandonmentRequest said = request == null ? AbandonmentRequest.WITHOUT_WORDS : request;
    LocalDate today = OwnDay.of(said.on(), clock);
    return change(id, candidate -> new Abandon(candidate, id, said.reason(), today), said);
  }

  private Uni<Response> change(UUID id, Function<UUID, GrowthPlanCommand> command, Object request) {
    return known()
        .chain(known -> {
          known.demandAdopted(id);
          return run(
              command.apply(known.contexts().candidate().candidateId()),
              request,
              known.contexts(),
              Answer::ok);
        });
  }

  private Uni<Known> known() {
    UUID candidate = caller.subject();
    return plans
        .of(candidate)
        .chain(plan -> contexts.of(candidate).map(known -> new Known(known, plan.state())));
  }

  private Uni<Response> run(
      GrowthPlanCommand command,
      Object request,
      CandidateContexts known,
      Function<Goal, Answer> answer) {
    return commands.run(
        plans.handler(),
        Plans.stream(command.candidateId()),
        command,
        request,
        done -> answer.apply(goal(known, done.state(), command.goalId())),
        GoalProblems::of);
  }

  private static Goal goal(CandidateContexts known, GrowthPlan plan, UUID id) {
    return Goals.goal(known, plan.goal(id).orElseThrow());
  }
}
