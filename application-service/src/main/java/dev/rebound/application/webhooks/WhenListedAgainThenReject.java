package dev.rebound.application.webhooks;

import static dev.rebound.application.jobapplication.JobApplicationRefusal.ALREADY_REJECTED;
import static dev.rebound.application.jobapplication.JobApplicationRefusal.ALREADY_WITHDRAWN;

import dev.rebound.application.boards.KnownApplications;
import dev.rebound.application.jobapplication.JobApplication;
import dev.rebound.application.jobapplication.JobApplicationCommand;
import dev.rebound.application.jobapplication.JobApplicationCommand.Reject;
import dev.rebound.application.jobapplication.JobApplicationCommand.Report;
import dev.rebound.application.jobapplication.JobApplicationRefusal;
import dev.rebound.application.streams.Streams;
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
import java.util.function.BiFunction;
import java.util.function.Function;

/** Ends what a list reports where it stands, as a delivery that tells the same does. */
@ApplicationScoped
class WhenListedAgainThenReject implements KnownApplications {

  /** So many are looked for at a time: most lists that come again hold nothing new. */
  private static final int AT_ONCE = 8;

  private static final Again DUPLICATE = new Again.Duplicate();
  private static final Again CHANGING =
      new Again.Refused("the application is being changed; to be reported again");
  private static final Again NOT_REPORTED =
      new Again.Refused(
          "reason is mapped to WITHDRAWN, and the application was not reported as rejected before");

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
    return each(
        board,
        reports,
        report -> report.application().applicationId(),
        (report, found) ->
            found
                .map(place -> reject(board, metadata, report, place))
                .orElse(Uni.createFrom().item(DUPLICATE)));
  }

  @Override
  public Uni<List<Again>> withdraw(String board, Metadata metadata, List<Withdrawal> withdrawals) {
    return each(
        board,
        withdrawals,
        Withdrawal::application,
        (withdrawal, found) ->
            found
                .map(place -> withdraw(board, metadata, withdrawal, place))
                .orElse(Uni.createFrom().item(NOT_REPORTED)));
  }

  /** Looks for all of them, and then does what is to be done about one after the other. */
  private <T> Uni<List<Again>> each(
      String board,
      List<T> items,
      Function<T, UUID> application,
      BiFunction<T, Optional<Place>, Uni<Again>> work) {
    if (items.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    List<Uni<Optional<Place>>> looked = new ArrayList<>();
    for (T item : items) {
      looked.add(
          places
              .find(board, application.apply(item))
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
                .transformToUniAndConcatenate(i -> work.apply(items.get(i), found.get(i)))
                .collect()
                .asList());
  }

  private Uni<Again> reject(String board, Metadata metadata, Report report, Place place) {
    Reject rejection = report.rejection().of(place.candidate());
    if (place.isRejected() || place.wasRejectedBy(rejection)) {
      return Uni.createFrom().item(DUPLICATE);
    }
    return carryOut(
        board, metadata, report.application().applicationId(), place, rejection, ALREADY_REJECTED);
  }

  /** What came of it is said where the board knows that the application is here. */
  private Uni<Again> withdraw(String board, Metadata metadata, Withdrawal withdrawal, Place place) {
    // A list names what it named before, as with rejections.
    boolean again = !place.isWithdrawnByBoard() && place.wasWithdrawnFor(withdrawal.reason());
    Uni<Again> outcome =
        again
            ? Uni.createFrom().item(DUPLICATE)
            : carryOut(
                board,
                metadata,
                withdrawal.application(),
                place,
                place.withdrawal(withdrawal.reason()),
                ALREADY_WITHDRAWN);
    return place.isReported() ? outcome : outcome.replaceWith(NOT_REPORTED);
  }

  private Uni<Again> carryOut(
      String board,
      Metadata metadata,
      UUID first,
      Place place,
      JobApplicationCommand command,
      JobApplicationRefusal already) {
    return handler
        .handle(Command.of(Streams.application(place.application()), command, metadata))
        .map(handled -> again(handled, already))
        .onFailure(ErasedSubject.class)
        .recoverWithItem(new Again.Erased())
        .chain(again -> places.afterwards(board, first, place.application()).replaceWith(again));
  }

  /**
   * What became of one.
   *
   * @param already the refusal of what has ended so before
   */
  private static Again again(
      Handled<JobApplication, JobApplicationRefusal> handled, JobApplicationRefusal already) {
    return switch (handled) {
      case Handled.Done<JobApplication, JobApplicationRefusal> done ->
          new Again.Recorded(done.eventId());
      case Handled.Refused<JobApplication, JobApplicationRefusal>(var reason) ->
          reason == already ? DUPLICATE : refused(reason);
      case Handled.Stale<JobApplication, JobApplicationRefusal> _,
          Handled.StillRunning<JobApplication, JobApplicationRefusal> _,
          Handled.Replayed<JobApplication, JobApplicationRefusal> _,
          Handled.KeyReused<JobApplication, JobApplicationRefusal> _ ->
          CHANGING;
    };
  }

  private static Again refused(JobApplicationRefusal reason) {
    return switch (reason) {
      case BEFORE_APPLICATION -> new Again.Refused("rejectedOn must not be before the application");
      // How is the candidate's own affair.
      case ALREADY_REJECTED, ALREADY_WITHDRAWN ->
          new Again.Refused("the application has ended in another way");
      // It was rejected when it was looked for.
      case NOT_REJECTED -> CHANGING;
      case UNKNOWN_APPLICATION,
          ALREADY_SUBMITTED,
          ALREADY_OFFERED,
          STAGE_AFTER_REJECTION,
          STAGE_ALREADY_RECORDED,
          TOO_MANY_STAGES,
          CHANGED_MEANWHILE ->
          throw new IllegalStateException("of an ending: " + reason);
    };
  }
}
