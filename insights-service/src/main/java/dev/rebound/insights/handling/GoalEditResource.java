package dev.rebound.insights.handling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rebound.chassis.http.Answer;
import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Commands;
import dev.rebound.chassis.http.Problems;
import dev.rebound.chassis.http.Roles;
import dev.rebound.insights.contexts.Contexts;
import dev.rebound.insights.growthplan.GrowthPlanCommand.ChangeGoal;
import dev.rebound.insights.growthplan.GrowthPlanCommand.NewDate;
import dev.rebound.insights.growthplan.goals.Goal;
import dev.rebound.insights.growthplan.goals.Goals;
import dev.rebound.insights.growthplan.stream.Plans;
import dev.rebound.insights.handling.GoalRequests.ChangeRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Edits goals, by JSON Merge Patch (RFC 7396): null takes a field away, what is missing stays. */
@Path("/api/v1/growth-plan/goals")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "412")
@APIResponse(responseCode = "422")
public class GoalEditResource {

  private final Caller caller;
  private final Contexts contexts;
  private final Plans plans;
  private final Commands commands;
  private final Validator validator;
  private final ObjectMapper json;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  public GoalEditResource(
      Caller caller,
      Contexts contexts,
      Plans plans,
      Commands commands,
      Validator validator,
      ObjectMapper json,
      Clock clock) {
    this.caller = caller;
    this.contexts = contexts;
    this.plans = plans;
    this.commands = commands;
    this.validator = validator;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Edits an adopted goal. Lists are replaced as a whole, so an action is ticked by sending all.
   */
  @PATCH
  @Path("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @RolesAllowed(Roles.CANDIDATE)
  @Operation(
      summary = "Edit an adopted goal.",
      description = "JSON Merge Patch: null takes a field away, what is missing stays.")
  @APIResponseSchema(value = Goal.class, responseCode = "200")
  @APIResponse(responseCode = "409", description = "It is not adopted, or closed already")
  public Uni<Response> edit(
      @RestPath UUID id,
      @RequestBody(content = @Content(schema = @Schema(implementation = ChangeRequest.class)))
          @NotNull
          JsonNode patch) {
    UUID candidate = caller.subject();
    ChangeGoal command = command(candidate, id, patch);
    return plans
        .of(candidate)
        .chain(plan -> contexts.of(candidate).map(known -> new Known(known, plan.state())))
        .chain(known -> {
          known.demandAdopted(id);
          return commands.run(
              plans.handler(),
              Plans.stream(candidate),
              command,
              patch,
              done -> Answer.ok(Goals.goal(known.contexts(), done.state().goal(id).orElseThrow())),
              GoalProblems::of);
        });
  }

  private ChangeGoal command(UUID candidate, UUID id, JsonNode patch) {
    ChangeRequest request = read(patch);
    Violations.none(validator.validate(request));
    if (patch.has("statement") && request.statement() == null) {
      throw Problems.invalid("statement", "must not be taken away");
    }
    @Nullable List<String> points = request.focalPoints();
    return new ChangeGoal(
        candidate,
        id,
        request.statement(),
        patch.has("focalPoints") && points == null ? List.of() : points,
        patch.has("actions") ? GoalRequests.ofRequests(request.actions(), List.of()) : null,
        patch.has("dueOn") ? new NewDate(request.dueOn()) : null,
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  private ChangeRequest read(JsonNode patch) {
    if (!patch.isObject()) {
      throw Problems.badRequest("malformed", "A change is a JSON object.");
    }
    try {
      return json.treeToValue(patch, ChangeRequest.class);
    } catch (JsonProcessingException unreadable) {
      throw Problems.badRequest(
          "malformed",
          "A change names statement, focalPoints, actions or dueOn, each with its type.");
    }
  }
}
