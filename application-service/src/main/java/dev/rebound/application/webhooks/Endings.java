package dev.rebound.application.webhooks;

import dev.rebound.application.boards.BoardApplications;
import dev.rebound.application.boards.BoardRejections;
import dev.rebound.application.boards.Mapping;
import dev.rebound.application.boards.RejectionItem;
import dev.rebound.application.jobapplication.JobApplicationCommand.Reject;
import dev.rebound.application.jobapplication.JobApplicationCommand.Report;
import dev.rebound.application.webhooks.LastTold.Standing;
import dev.rebound.application.webhooks.Reported.Ended;
import dev.rebound.application.webhooks.Reported.Known;
import dev.rebound.sealing.Sealing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Commands that applications have ended: rejected, or withdrawn. What was overtaken since does not
 * count, and what was told before in the same words counts once.
 */
@ApplicationScoped
class Endings {

  private final Places places;
  private final Readdressing readdressing;
  private final JobApplications jobApplications;
  private final NewApplications newApplications;
  private final LastTold lastTold;
  private final DealtWith dealtWith;
  private final StageChanges stages;
  private final BoardApplications applications;
  private final BoardRejections rejections;
  private final Sealing sealing;
  private final Days days;

  /** Wired by the container. */
  @Inject
  Endings(
      Places places,
      Readdressing readdressing,
      JobApplications jobApplications,
      NewApplications newApplications,
      LastTold lastTold,
      DealtWith dealtWith,
      StageChanges stages,
      BoardApplications applications,
      BoardRejections rejections,
      Sealing sealing,
      Days days) {
    this.places = places;
    this.readdressing = readdressing;
    this.jobApplications = jobApplications;
    this.newApplications = newApplications;
    this.lastTold = lastTold;
    this.dealtWith = dealtWith;
    this.stages = stages;
    this.applications = applications;
    this.rejections = rejections;
    this.sealing = sealing;
    this.days = days;
  }

  /**
   * A rejection, for whoever it turns out to belong to.
   *
   * @param person the board's id of the candidate, null where it is not told
   * @param emails the candidate's addresses, none where they are not told
   * @param whole with the application that it ends; null where too little is told to begin one
   */
  private record Rejection(
      UUID id,
      @Nullable String person,
      List<String> emails,
      Function<UUID, Reject> alone,
      @Nullable Function<UUID, Report> whole) {}

  /** Carries out that an application ended, in the way that the mapping or else the vendor says. */
  Uni<Outcome> ended(Origin origin, Ended ended, Mapping mapping) {
    Optional<Mapping.Ending> said = mapping.ending(ended.reasonId(), ended.reasonText());
    if (said.isEmpty() && !ended.isRejection()) {
      return Outcome.only(Outcome.Kind.IGNORED);
    }
    return switch (said.orElse(Mapping.Ending.REJECTED)) {
      case HIRED -> Outcome.only(Outcome.Kind.IGNORED);
      case WITHDRAWN -> steppedBack(origin, ended.externalId(), ended.reasonText());
      case REJECTED -> rejected(origin, ended, mapping);
    };
  }

  /** The same of an item of a list that comes by itself. */
  Uni<Outcome> ended(Origin origin, RejectionItem item, Mapping mapping) {
    return switch (item.ending(mapping).orElse(Mapping.Ending.REJECTED)) {
      case HIRED -> Outcome.only(Outcome.Kind.IGNORED);
      case WITHDRAWN -> steppedBack(origin, item.externalId(), item.reasonText());
      case REJECTED -> {
        UUID id = applications.application(origin.board(), item.externalId());
        Function<UUID, Report> whole =
            candidate -> rejections.report(origin.board(), item, id, candidate);
        yield reject(
            origin,
            new Rejection(
                id,
                item.candidate().externalId(),
                List.of(item.candidate().email()),
                candidate -> whole.apply(candidate).rejection(),
                whole));
      }
    };
  }

  /** Carries out that the candidate said no. */
  Uni<Outcome> steppedBack(Origin origin, String externalId, @Nullable String reason) {
    UUID id = applications.application(origin.board(), externalId);
    return lastTold
        .tell(origin, id)
        .chain(standing ->
            places.answer(
                origin.board(),
                id,
                place ->
                    standing.overtakes(origin.at())
                        ? Outcome.only(Outcome.Kind.UNCHANGED)
                        : withdraw(origin, id, standing, place, reason)
                            .call(outcome -> dealtWith.note(origin, id, outcome))));
  }

  private Uni<Outcome> withdraw(
      Origin origin, UUID id, Standing standing, Optional<Place> found, @Nullable String reason) {
    if (found.isEmpty()) {
      return Outcome.only(Outcome.Kind.NOT_REPORTED);
    }
    Place place = found.get();
    boolean again =
        !place.isWithdrawnByBoard()
            && !standing.isNew(origin.endedAt())
            && place.wasWithdrawnFor(reason);
    return again
        ? Outcome.only(Outcome.Kind.UNCHANGED)
        : jobApplications.run(origin, id, place, place.withdrawal(reason));
  }

  private Uni<Outcome> rejected(Origin origin, Ended ended, Mapping mapping) {
    LocalDate day = days.of(ended.endedOn());
    if (!days.isPlausible(day)) {
      return Uni.createFrom().item(Outcome.unusable("the day of the rejection is not plausible"));
    }
    String board = origin.board();
    UUID id = applications.application(board, ended.externalId());
    Known known = ended.known();
    return stages
        .kind(board, ended.stage(), mapping)
        .chain(kind -> {
          Function<UUID, Reject> alone =
              candidate ->
                  Vocabulary.reject(
                      origin.provider(),
                      ended,
                      mapping.words(ended.reasonId()),
                      day,
                      kind,
                      candidate,
                      sealing::pseudonym);
          return reject(
              origin,
              known == null
                  ? new Rejection(id, null, List.of(), alone, null)
                  : new Rejection(
                      id,
                      known.person(),
                      known.emails(),
                      alone,
                      candidate -> whole(board, id, candidate, known, mapping, alone)));
        });
  }

  private Report whole(
      String board,
      UUID id,
      UUID candidate,
      Known known,
      Mapping mapping,
      Function<UUID, Reject> alone) {
    Reject rejection = alone.apply(candidate);
    return new Report(
        Vocabulary.submit(
            board,
            id,
            candidate,
            known,
            mapping.employer(board),
            rejection.rejectedOn(),
            sealing::pseudonym),
        List.of(),
        rejection);
  }

  private Uni<Outcome> reject(Origin origin, Rejection rejection) {
    return lastTold
        .tell(origin, rejection.id())
        .chain(standing ->
            standing.overtakesRejection(origin.at())
                ? Outcome.only(Outcome.Kind.UNCHANGED)
                : rejectNow(origin, rejection, standing)
                    .call(outcome -> dealtWith.note(origin, rejection.id(), outcome)));
  }

  private Uni<Outcome> rejectNow(Origin origin, Rejection rejection, Standing standing) {
    String person = rejection.person();
    Function<UUID, Report> whole = rejection.whole();
    if (person == null || whole == null) {
      return places
          .find(origin.board(), rejection.id())
          .chain(place ->
              place.isPresent()
                  ? reject(origin, rejection, standing, place.get())
                  : Outcome.only(Outcome.Kind.UNKNOWN_APPLICATION));
    }
    return readdressing
        .find(origin.board(), rejection.id(), person, rejection.emails())
        .chain(place ->
            place.isPresent()
                ? reject(origin, rejection, standing, place.get())
                : newApplications.begin(origin, rejection.id(), person, rejection.emails(), whole));
  }

  private Uni<Outcome> reject(Origin origin, Rejection rejection, Standing standing, Place place) {
    Reject reject = rejection.alone().apply(place.candidate());
    if (!place.isRejected() && !standing.isNew(origin.endedAt()) && place.wasRejectedBy(reject)) {
      return Outcome.only(Outcome.Kind.UNCHANGED);
    }
    // Without a time it is not known which of the two the board said last.
    return jobApplications.run(
        origin,
        rejection.id(),
        place,
        origin.at() == null ? reject : place.insteadOfWithdrawal(reject));
  }
}
