package dev.rebound.application.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rebound.application.jobapplication.JobApplication;
import dev.rebound.application.jobapplication.JobApplicationCommand;
import dev.rebound.application.jobapplication.JobApplicationCommand.Submit;
import dev.rebound.application.jobapplication.JobApplicationRefusal;
import dev.rebound.application.streams.Streams;
import dev.rebound.application.webhooks.ReportedChanges.Origin;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.eventstore.Command;
import dev.rebound.eventstore.Command.Protection;
import dev.rebound.eventstore.CommandHandler;
import dev.rebound.eventstore.Handled;
import dev.rebound.eventstore.Metadata;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;

/** Carries commands to applications under the name of the delivery they come from. */
@ApplicationScoped
class JobApplications {

  /** How long a command may take before the vendor is told to come back. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final CommandHandler<
          JobApplicationCommand, JobApplication, ApplicationEvent, JobApplicationRefusal>
      handler;

  /** Wired by the container. */
  @Inject
  JobApplications(
      CommandHandler<JobApplicationCommand, JobApplication, ApplicationEvent, JobApplicationRefusal>
          handler) {
    this.handler = handler;
  }

  /** Records an application, unless there is one. */
  Uni<Void> submit(UUID application, Submit submit, Metadata metadata) {
    return handler
        .handle(Command.of(Streams.application(application), submit, metadata))
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .replaceWithVoid();
  }

  /** Carries a command out once for its delivery, however often that comes. */
  Uni<Outcome> run(
      UUID application, JobApplicationCommand command, Metadata metadata, Origin origin) {
    Protection<JobApplication> once =
        new Protection<>(
            origin.key(), origin.hash(), done -> done.eventId().toString().getBytes(UTF_8));
    return handler
        .handle(
            new Command<>(Streams.application(application), command, metadata, null, once))
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .map(JobApplications::outcome);
  }

  /** What a write model refuses is known already or overtaken: the vendor cannot mend it. */
  private static Outcome outcome(Handled<JobApplication, JobApplicationRefusal> handled) {
    return switch (handled) {
      case Handled.Done<JobApplication, JobApplicationRefusal> done ->
          Outcome.applied(done.eventId());
      case Handled.Refused<JobApplication, JobApplicationRefusal> _ ->
          Outcome.of(Outcome.Kind.UNCHANGED);
      case Handled.Replayed<JobApplication, JobApplicationRefusal> _ ->
          Outcome.of(Outcome.Kind.REPEATED);
      case Handled.KeyReused<JobApplication, JobApplicationRefusal> _ ->
          Outcome.of(Outcome.Kind.REPEATED);
      case Handled.Stale<JobApplication, JobApplicationRefusal> _ ->
          throw WebhookResource.stillRunning();
      case Handled.StillRunning<JobApplication, JobApplicationRefusal> _ ->
          throw WebhookResource.stillRunning();
    };
  }
}
