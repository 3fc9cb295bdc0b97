package dev.rebound.application.reflectionform;

import dev.rebound.application.jobapplication.Details;
import dev.rebound.application.reflection.CompleteReflection;
import dev.rebound.application.reflection.Reflection;
import dev.rebound.application.reflection.ReflectionRefusal;
import dev.rebound.application.reflectionform.ReflectionDrafts.Draft;
import dev.rebound.application.streams.OwnApplications;
import dev.rebound.application.streams.OwnApplications.OwnApplication;
import dev.rebound.application.streams.Streams;
import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Preconditions;
import dev.rebound.chassis.http.Problems;
import dev.rebound.chassis.http.Reads;
import dev.rebound.chassis.http.Roles;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.eventstore.CommandHandler;
import dev.rebound.eventstore.CommandHandler.Current;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Answers how far a reflection is, and keeps its draft.
 *
 * <p>Its version counts completions and saved drafts together, so that each state has another one.
 */
@Path("/api/v1/applications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reflections")
public class ReflectionFormResource {

  private final OwnApplications own;
  private final CommandHandler<CompleteReflection, Reflection, ApplicationEvent, ReflectionRefusal>
      reflections;
  private final ReflectionDrafts drafts;
  private final Preconditions preconditions;
  private final Reads reads;
  private final Caller caller;

  /** Wired by the container. */
  @Inject
  public ReflectionFormResource(
      OwnApplications own,
      CommandHandler<CompleteReflection, Reflection, ApplicationEvent, ReflectionRefusal>
          reflections,
      ReflectionDrafts drafts,
      Preconditions preconditions,
      Reads reads,
      Caller caller) {
    this.own = own;
    this.reflections = reflections;
    this.drafts = drafts;
    this.preconditions = preconditions;
    this.reads = reads;
    this.caller = caller;
  }

  /** The reflection on one of the caller's own applications. */
  @GET
  @Path("/{id}/reflection")
  @RolesAllowed(Roles.CANDIDATE)
  @Operation(summary = "The reflection, with prompts for the stages that took place")
  public Uni<RestResponse<ReflectionView>> reflection(
      @RestPath UUID id, @RestQuery @Nullable UUID after) {
    UUID candidate = caller.subject();
    return reads.after(
        after,
        () ->
            own.of(candidate, id)
                .flatMap(application ->
                    reflections
                        .current(Streams.reflection(id))
                        .flatMap(current ->
                            drafts
                                .find(candidate, id)
                                .map(draft -> answer(application, current, draft)))));
  }

  /** Saves a draft; a part that is missing is gone from the draft. */
  @PUT
  @Path("/{id}/reflection")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.CANDIDATE)
  @Operation(summary = "Save a draft of the reflection")
  @APIResponse(
      responseCode = "200",
      description = "It is kept",
      content = @Content(schema = @Schema(implementation = ReflectionView.class)))
  @APIResponse(responseCode = "412")
  public Uni<RestResponse<ReflectionView>> save(
      @RestPath UUID id, @NotNull @Valid ReflectionForm form) {
    UUID candidate = caller.subject();
    Integer version = preconditions.ifMatch();
    return own.of(candidate, id)
        .flatMap(application ->
            reflections
                .current(Streams.reflection(id))
                .flatMap(current -> {
                  int completions = current.slice().version();
                  Integer expected = version == null ? null : version - completions;
                  return drafts
                      .save(candidate, id, completions, expected, form)
                      .map(revision ->
                          answer(
                              application,
                              current,
                              Optional.of(
                                  new Draft(
                                      completions,
                                      revision.orElseThrow(Problems::stale),
                                      Optional.of(form)))));
                }));
  }

  private static RestResponse<ReflectionView> answer(
      OwnApplication application, Current<Reflection> current, Optional<Draft> draft) {
    Details details = application.state().tookPlace();
    List<Prompt> prompts = Prompt.of(details.stageKinds(), details.posting().description() != null);
    int completions = current.slice().version();
    int version = completions + draft.map(Draft::revision).orElse(0);
    return ResponseBuilder.ok(ReflectionView.of(current.state(), completions, draft, prompts))
        .header(HttpHeaders.ETAG, '"' + Integer.toString(version) + '"')
        .build();
  }
}
