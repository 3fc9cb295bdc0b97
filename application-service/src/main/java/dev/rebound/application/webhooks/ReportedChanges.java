package dev.rebound.application.webhooks;

import dev.rebound.application.boards.BoardApplications;
import dev.rebound.application.boards.BoardMappings;
import dev.rebound.application.boards.BoardRejections;
import dev.rebound.application.boards.Mapping;
import dev.rebound.application.boards.RejectionItem;
import dev.rebound.application.jobapplication.JobApplicationCommand;
import dev.rebound.application.jobapplication.JobApplicationCommand.Reject;
import dev.rebound.application.jobapplication.JobApplicationCommand.Reopen;
import dev.rebound.application.jobapplication.JobApplicationCommand.Report;
import dev.rebound.application.jobapplication.JobApplicationCommand.Submit;
import dev.rebound.application.jobapplication.JobApplicationCommand.Withdraw;
import dev.rebound.application.webhooks.Places.Place;
import dev.rebound.application.webhooks.Reported.CameTo;
import dev.rebound.application.webhooks.Reported.Ended;
import dev.rebound.application.webhooks.Reported.Known;
import dev.rebound.sealing.KeyRing;
import dev.rebound.sealing.Sealing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Commands what vendors report: the same commands that the bulk endpoint and candidates issue. */
@ApplicationScoped
class ReportedChanges {

  private final Places places;
  private final JobApplications jobApplications;
  private final NewApplications newApplications;
  private final StageChanges stages;
  private final KeyRing keys;
  private final BoardApplications applications;
  private final BoardRejections rejections;
  private final BoardMappings mappings;
  private final Sealing sealing;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  ReportedChanges(
      Places places,
      JobApplications jobApplications,
      NewApplications newApplications,
      StageChanges stages,
      KeyRing keys,
      BoardApplications applications,
      BoardRejections rejections,
      BoardMappings mappings,
      Sealing sealing,
      Clock clock) {
    this.places = places;
    this.jobApplications = jobApplications;
    this.newApplications = newApplications;
    this.stages = stages;
    this.keys = keys;
    this.applications = applications;
    this.rejections = rejections;
    this.mappings = mappings;
    this.sealing = sealing;
    this.clock = clock;
  }

  /** Carries out what was reported; ends when it is durable. */
  Uni<Outcome> apply(Origin origin, Reported what) {
    String board = origin.board();
    return switch (what) {
      case Ended ended -> mappings.of(board).flatMap(mapping -> ended(origin, ended, mapping));
      case Reported.Item(RejectionItem item) -> item(origin, item);
      case Reported.Reopened(String id) -> onKnown(origin, id, Reopen::new);
      case Reported.SteppedBack back ->
          onKnown(origin, back.externalId(), candidate -> new Withdraw(candidate, back.reason()));
      case CameTo came -> mappings.of(board).flatMap(mapping -> cameTo(origin, came, mapping));
      case Reported.UnderWay underWay -> underWay(origin, underWay);
      case Reported.PersonErased(String person) -> erase(board, applications.person(board, person));
      case Reported.Ping _ -> Outcome.only(Outcome.Kind.PING);
      case Reported.Nothing _ -> Outcome.only(Outcome.Kind.IGNORED);
      case Reported.Unusable(String why) -> Uni.createFrom().item(Outcome.unusable(why));
    };
  }

  private Uni<Outcome> ended(Origin origin, Ended ended, Mapping mapping) {
    Optional<Mapping.Ending> ending =
        mapping.ending(ended.reasonId()).or(() -> mapping.ending(ended.reasonText()));
    if (ending.isPresent()) {
      return switch (ending.get()) {
        case HIRED -> Outcome.only(Outcome.Kind.IGNORED);
        case WITHDRAWN ->
            onKnown(
                origin,
                ended.externalId(),
                candidate -> new Withdraw(candidate, ended.reasonText()));
      };
    }
    LocalDate day = ended.endedOn() == null ? today() : ended.endedOn();
    if (!isPlausible(day)) {
      return Uni.createFrom().item(Outcome.unusable("the day of the rejection is not plausible"));
    }
    return stages
        .kind(origin.board(), ended.stage(), mapping)
        .flatMap(kind ->
            report(
                origin,
                ended.externalId(),
                ended.known(),
                mapping,
                candidate ->
                    Vocabulary.reject(
                        origin.provider(),
                        ended,
                        mapping.words(ended.reasonId()),
                        day,
                        kind,
                        candidate)));
  }

  private Uni<Outcome> report(
      Origin origin,
      String externalId,
      @Nullable Known known,
      Mapping mapping,
      Function<UUID, Reject> reject) {
    UUID id = applications.application(origin.board(), externalId);
    return places
        .find(origin.board(), id)
        .flatMap(place -> {
          if (place.isPresent()) {
            return jobApplications.run(
                origin, id, place.get(), reject.apply(place.get().candidate()));
          }
          if (known == null) {
            return Outcome.only(Outcome.Kind.UNKNOWN_APPLICATION);
          }
          return newApplications.begin(
              origin,
              id,
              known.person(),
              known.emails(),
              candidate -> {
                Reject rejection = reject.apply(candidate);
                Submit submit =
                    submit(origin.board(), id, candidate, known, mapping, rejection.rejectedOn());
                return new Report(submit, List.of(), rejection);
              });
        });
  }

  private Uni<Outcome> item(Origin origin, RejectionItem item) {
    String board = origin.board();
    UUID id = applications.application(board, item.externalId());
    return places
        .find(board, id)
        .flatMap(place ->
            place.isPresent()
                ? jobApplications.run(
                    origin,
                    id,
                    place.get(),
                    rejections.report(board, item, id, place.get().candidate()).rejection())
                : newApplications.begin(
                    origin,
                    id,
                    item.candidate().externalId(),
                    List.of(item.candidate().email()),
                    candidate -> rejections.report(board, item, id, candidate)));
  }

  private Uni<Outcome> cameTo(Origin origin, CameTo came, Mapping mapping) {
    LocalDate day = came.reachedOn() == null ? today() : came.reachedOn();
    return isPlausible(day)
        ? stages.apply(origin, came, day, mapping)
        : Uni.createFrom().item(Outcome.unusable("the day of the stage is not plausible"));
  }

  private Uni<Outcome> onKnown(
      Origin origin, String externalId, Function<UUID, JobApplicationCommand> command) {
    UUID id = applications.application(origin.board(), externalId);
    return places
        .find(origin.board(), id)
        .flatMap(place ->
            Places.answer(
                place,
                place.isEmpty()
                    ? Outcome.only(Outcome.Kind.NOT_REPORTED)
                    : jobApplications.run(
                        origin, id, place.get(), command.apply(place.get().candidate()))));
  }

  /** A rejection that was heard of before the application changed to this is taken back. */
  private Uni<Outcome> underWay(Origin origin, Reported.UnderWay what) {
    UUID id = applications.application(origin.board(), what.externalId());
    return places
        .find(origin.board(), id)
        .chain(place -> Places.answer(place, underWay(origin, id, what, place)));
  }

  private Uni<Outcome> underWay(
      Origin origin, UUID id, Reported.UnderWay what, Optional<Place> place) {
    Instant rejected = place.map(Place::rejectedAt).orElse(null);
    if (place.isPresent() && rejected != null && what.at() != null && what.at().isAfter(rejected)) {
      return jobApplications.run(origin, id, place.get(), new Reopen(place.get().candidate()));
    }
    CameTo came = what.came();
    return came == null
        ? Outcome.only(Outcome.Kind.UNCHANGED)
        : mappings.of(origin.board()).chain(mapping -> cameTo(origin, came, mapping));
  }

  /**
   * Destroys the key of a board's person and takes away what led to them. What a candidate has
   * adopted is sealed under the candidate's own key and stays theirs.
   */
  private Uni<Outcome> erase(String board, UUID person) {
    return keys.erase(person)
        .chain(() -> applications.forget(board, person))
        .map(links -> links > 0 ? Outcome.applied(null) : Outcome.of(Outcome.Kind.UNCHANGED));
  }

  private Submit submit(
      String board, UUID id, UUID candidate, Known known, Mapping mapping, LocalDate latest) {
    return Vocabulary.submit(
        board, id, candidate, known, mapping.employer(board), latest, sealing::pseudonym);
  }

  private boolean isPlausible(LocalDate day) {
    return !day.isBefore(LocalDate.EPOCH) && !day.isAfter(today().plusYears(2));
  }

  private LocalDate today() {
    return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
