package dev.rebound.application.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.application.jobapplication.JobApplication;
import dev.rebound.application.jobapplication.JobApplicationCommand;
import dev.rebound.application.jobapplication.JobApplicationCommand.Report;
import dev.rebound.application.jobapplication.JobApplicationCommand.Submit;
import dev.rebound.application.jobapplication.JobApplicationRefusal;
import dev.rebound.application.streams.Streams;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.eventstore.Command;
import dev.rebound.eventstore.Command.Protection;
import dev.rebound.eventstore.CommandHandler;
import dev.rebound.eventstore.Handled;
import dev.rebound.eventstore.Metadata;
import dev.rebound.sealing.KeyRing.ErasedSubject;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Carries commands to applications under the name of the delivery they come from. */
@ApplicationScoped
class JobApplications {

  /** How long a command may take before the vendor is told to come back. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final CommandHandler<
          JobApplicationCommand, JobApplication, ApplicationEvent, JobApplicationRefusal>
      handler;
  private final Places places;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  JobApplications(
      CommandHandler<JobApplicationCommand, JobApplication, ApplicationEvent, JobApplicationRefusal>
          handler,
      Places places,
      Clock clock) {
    this.handler = handler;
    this.places = places;
    this.clock = clock;
  }

  /** Records an application, unless there is one. */
  Uni<Void> submit(Origin origin, UUID application, Submit submit) {
    return handler
        .handle(Command.of(Streams.application(application), submit, metadata(origin)))
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .replaceWithVoid()
        .onFailure(ErasedSubject.class)
        .recoverWithNull();
  }

  /**
   * Carries a command out where the application stands. One that a board has ended is not to have
   * moved: what its candidate says of it meanwhile is not the board's to take back.
   */
  Uni<Outcome> run(Origin origin, UUID first, Place place, JobApplicationCommand command) {
    Integer version = place.isEndedByBoard() ? place.slice().version() : null;
    return run(origin, first, place.application(), command, version);
  }

  /** Carries a command out on an application that was begun for a candidate just now. */
  Uni<Outcome> run(Origin origin, UUID first, JobApplicationCommand command) {
    return run(origin, first, first, command, null);
  }

  /**
   * Begins an application with its rejection. Where another delivery has begun it since it was
   * looked for, it is rejected where it stands.
   */
  Uni<Outcome> begin(Origin origin, UUID first, Report report) {
    return handle(origin, first, report, null)
        .chain(handled ->
            handled
                        instanceof
                        Handled.Refused<JobApplication, JobApplicationRefusal>(
                            JobApplicationRefusal reason)
                    && reason == JobApplicationRefusal.ALREADY_SUBMITTED
                ? places
                    .find(origin.board(), first)
                    .chain(place ->
                        place.isEmpty()
                            ? Outcome.only(Outcome.Kind.UNCHANGED)
                            : run(
                                origin,
                                first,
                                place.get(),
                                report.rejection().of(place.get().candidate())))
                : places.afterwards(origin.board(), first, first).replaceWith(outcome(handled)))
        .onFailure(ErasedSubject.class)
        .recoverWithItem(Outcome.of(Outcome.Kind.UNCHANGED));
  }

  /**
   * Carries a command out where the application stands.
   *
   * @param first the application's id as it follows from the board's
   * @param version that it must have, null where any will do
   */
  private Uni<Outcome> run(
      Origin origin,
      UUID first,
      UUID application,
      JobApplicationCommand command,
      @Nullable Integer version) {
    return handle(origin, application, command, version)
        .map(JobApplications::outcome)
        // Nothing more is written of whoever asked to be forgotten, and the vendor cannot mend it.
        .onFailure(ErasedSubject.class)
        .recoverWithItem(Outcome.of(Outcome.Kind.UNCHANGED))
        .chain(
            outcome -> places.afterwards(origin.board(), first, application).replaceWith(outcome));
  }

  /** Once for its delivery, however often that comes. */
  private Uni<Handled<JobApplication, JobApplicationRefusal>> handle(
      Origin origin, UUID application, JobApplicationCommand command, @Nullable Integer version) {
    Protection<JobApplication> once =
        new Protection<>(
            origin.key(), origin.hash(), done -> done.eventId().toString().getBytes(UTF_8));
    return handler
        .handle(
            new Command<>(
                Streams.application(application), command, metadata(origin), version, once))
        .ifNoItem()
        .after(LIMIT)
        .fail();
  }

  private Metadata metadata(Origin origin) {
    return new Metadata(clock.instant(), UuidCreator.getTimeOrderedEpoch(), null, origin.board());
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
