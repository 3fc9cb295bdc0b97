package dev.rebound.application.handling;

import dev.rebound.application.reflection.CompleteReflection;
import dev.rebound.application.reflection.Reflection;
import dev.rebound.application.reflection.ReflectionRefusal;
import dev.rebound.application.reflectionform.ReflectionDrafts;
import dev.rebound.application.reflectionform.ReflectionForm;
import dev.rebound.application.reflectionform.ReflectionForm.Completion;
import dev.rebound.application.reflectionform.ReflectionView;
import dev.rebound.application.streams.OwnApplications;
import dev.rebound.application.streams.Streams;
import dev.rebound.chassis.http.Answer;
import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Commands;
import dev.rebound.chassis.http.Roles;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.eventstore.CommandHandler;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Takes completed reflections. Completions and saved drafts count in If-Match and ETag alike. */
@Path("/api/v1/applications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reflections")
@APIResponse(responseCode = "412")
@APIResponse(responseCode = "422")
public class ReflectionResource {

  private final CommandHandler<CompleteReflection, Reflection, ApplicationEvent, ReflectionRefusal>
      reflections;
  private final OwnApplications own;
  private final ReflectionDrafts drafts;
  private final Commands commands;
  private final Validation validation;
  private final Caller caller;

  /** Wired by the container. */
  @Inject
  public ReflectionResource(
      CommandHandler<CompleteReflection, Reflection, ApplicationEvent, ReflectionRefusal>
          reflections,
      OwnApplications own,
      ReflectionDrafts drafts,
      Commands commands,
      Validation validation,
      Caller caller) {
    this.reflections = reflections;
    this.own = own;
    this.drafts = drafts;
    this.commands = commands;
    this.validation = validation;
    this.caller = caller;
  }

  /** Completes a reflection, for the first time or anew. */
  @POST
  @Path("/{id}/reflection/completion")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.CANDIDATE)
  @Operation(summary = "Complete the reflection; a later completion replaces it")
  @APIResponseSchema(value = ReflectionView.class, responseCode = "200")
  public Uni<Response> complete(@RestPath UUID id, @NotNull ReflectionForm form) {
    UUID candidate = caller.subject();
    validation.valid(form, Completion.class);
    return Uni.combine()
        .all()
        .unis(own.of(candidate, id), drafts.revision(candidate, id))
        .withUni((application, revision) ->
            commands.run(
                reflections,
                Streams.reflection(id),
                new CompleteReflection(
                    id,
                    candidate,
                    Set.copyOf(application.state().details().stageKinds()),
                    form.content()),
                form,
                revision,
                done -> Answer.ok(ReflectionView.completed(form)),
                Refusals::of));
  }
}
