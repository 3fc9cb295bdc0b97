package dev.rebound.application.webhooks;

import dev.rebound.application.boards.KnownApplications;
import dev.rebound.application.jobapplication.JobApplication;
import dev.rebound.application.jobapplication.JobApplicationCommand;
import dev.rebound.application.jobapplication.JobApplicationCommand.Reject;
import dev.rebound.application.jobapplication.JobApplicationCommand.Report;
import dev.rebound.application.jobapplication.JobApplicationRefusal;
import dev.rebound.application.streams.Streams;
import dev.rebound.application.webhooks.Places.Place;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.eventstore.Command;
import dev.rebound.eventstore.CommandHandler;
import dev.rebound.eventstore.Handled;
import dev.rebound.eventstore.Metadata;
import dev.rebound.sealing.KeyRing.ErasedSubject;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rejects what a list reports where it stands, as a delivery that tells the same does. */
@ApplicationScoped
class WhenListedAgainThenReject implements KnownApplications {

  /** So many are looked for at a time: most lists that come again hold nothing new. */
  private static final int AT_ONCE = 8;

  private static final Again DUPLICATE = new Again.Duplicate();

  private final Places places;
  private final CommandHandler<
          JobApplicationCommand, JobApplication, ApplicationEvent, JobApplicationRefusal>
      handler;

  /** Wired by the container. */
  @Inject
  WhenListedAgainThenReject(
      Places places,
      CommandHandler<JobApplicationCommand, JobApplication, ApplicationEvent, JobApplicationRefusal>
          handler) {
    this.places = places;
    this.handler = handler;
  }

  @Override
  public Uni<List<Again>> reject(String board, Metadata metadata, List<Report> reports) {
    if (reports.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    List<Uni<Optional<Place>>> looked = new ArrayList<>();
    for (Report report : reports) {
      looked.add(
          places
              .find(board, report.application().applicationId())
              .onFailure(ErasedSubject.class)
              .recoverWithItem(Optional.empty()));
    }
    return Uni.join()
        .all(looked)
        .usingConcurrencyOf(AT_ONCE)
        .andFailFast()
        .chain(found ->
            Multi.createFrom()
                .range(0, found.size())
                .onItem()
                .transformToUniAndConcatenate(i ->
                    found
                        .get(i)
                        .map(place -> reject(board, metadata, reports.get(i), place))
                        .orElse(Uni.createFrom().item(DUPLICATE)))
                .collect()
                .asList());
  }

  private Uni<Again> reject(String board, Metadata metadata, Report report, Place place) {
    Reject rejection = report.rejection().of(place.candidate());
    if (place.isRejected() || place.wasRejectedBy(rejection)) {
      return Uni.createFrom().item(DUPLICATE);
    }
    UUID first = report.application().applicationId();
    return handler
        .handle(Command.of(Streams.application(place.application()), rejection, metadata))
        .map(WhenListedAgainThenReject::again)
        .onFailure(ErasedSubject.class)
        .recoverWithItem(new Again.Erased())
        .chain(again -> places.afterwards(board, first, place.application()).replaceWith(again));
  }

  private static Again again(Handled<JobApplication, JobApplicationRefusal> handled) {
    return switch (handled) {
      case Handled.Done<JobApplication, JobApplicationRefusal> done ->
          new Again.Recorded(done.eventId());
      case Handled.Refused<JobApplication, JobApplicationRefusal>(var reason) ->
          switch (reason) {
            case ALREADY_REJECTED -> DUPLICATE;
            case BEFORE_APPLICATION ->
                new Again.Refused("rejectedOn must not be before the application");
            // How is the candidate's own affair.
            case ALREADY_WITHDRAWN -> new Again.Refused("the application has ended in another way");
            case UNKNOWN_APPLICATION,
                ALREADY_SUBMITTED,
                ALREADY_OFFERED,
                NOT_REJECTED,
                STAGE_AFTER_REJECTION,
                STAGE_ALREADY_RECORDED,
                TOO_MANY_STAGES,
                CHANGED_MEANWHILE ->
                throw new IllegalStateException("of a rejection: " + reason);
          };
      case Handled.Stale<JobApplication, JobApplicationRefusal> _,
          Handled.StillRunning<JobApplication, JobApplicationRefusal> _,
          Handled.Replayed<JobApplication, JobApplicationRefusal> _,
          Handled.KeyReused<JobApplication, JobApplicationRefusal> _ ->
          new Again.Refused("the application is being changed; to be reported again");
    };
  }
}
