package dev.rebound.application.webhooks;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.application.addresses.VerifiedAddresses;
import dev.rebound.application.boards.BoardApplications;
import dev.rebound.application.boards.BoardApplications.Link;
import dev.rebound.application.boards.BoardMappings;
import dev.rebound.application.boards.BoardRejections;
import dev.rebound.application.boards.Mapping;
import dev.rebound.application.boards.RejectionItem;
import dev.rebound.application.jobapplication.JobApplicationCommand;
import dev.rebound.application.jobapplication.JobApplicationCommand.ReachStage;
import dev.rebound.application.jobapplication.JobApplicationCommand.Reject;
import dev.rebound.application.jobapplication.JobApplicationCommand.Reopen;
import dev.rebound.application.jobapplication.JobApplicationCommand.Report;
import dev.rebound.application.jobapplication.JobApplicationCommand.Submit;
import dev.rebound.application.jobapplication.JobApplicationCommand.Withdraw;
import dev.rebound.application.jobapplication.Stage;
import dev.rebound.application.webhooks.Places.Place;
import dev.rebound.application.webhooks.Reported.CameTo;
import dev.rebound.application.webhooks.Reported.Ended;
import dev.rebound.application.webhooks.Reported.Known;
import dev.rebound.events.StageKind;
import dev.rebound.eventstore.EventStore.IdempotencyKey;
import dev.rebound.eventstore.Metadata;
import dev.rebound.sealing.Sealing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Commands what vendors report: the same commands that the bulk endpoint and candidates issue. */
@ApplicationScoped
class ReportedChanges {

  private final Places places;
  private final JobApplications handler;
  private final VerifiedAddresses addresses;
  private final BoardApplications applications;
  private final BoardRejections rejections;
  private final BoardMappings mappings;
  private final Sealing sealing;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  ReportedChanges(
      Places places,
      JobApplications handler,
      VerifiedAddresses addresses,
      BoardApplications applications,
      BoardRejections rejections,
      BoardMappings mappings,
      Sealing sealing,
      Clock clock) {
    this.places = places;
    this.handler = handler;
    this.addresses = addresses;
    this.applications = applications;
    this.rejections = rejections;
    this.mappings = mappings;
    this.sealing = sealing;
    this.clock = clock;
  }

  /**
   * What a command is carried out for.
   *
   * @param key names the delivery, so that it has one effect
   * @param hash of the body
   */
  record Origin(String board, String provider, IdempotencyKey key, byte[] hash) {}

  /** Carries out what was reported; ends when it is durable. */
  Uni<Outcome> apply(Origin origin, Reported what) {
    String board = origin.board();
    return switch (what) {
      case Ended ended -> mappings.of(board).flatMap(mapping -> ended(origin, ended, mapping));
      case Reported.Item(RejectionItem item) -> item(origin, item);
      case Reported.Reopened(String id) -> onKnown(origin, id, Reopen::new);
      case Reported.SteppedBack(String id, String reason) ->
          onKnown(origin, id, candidate -> new Withdraw(candidate, reason));
      case CameTo came -> mappings.of(board).flatMap(mapping -> cameTo(origin, came, mapping));
      case Reported.PersonErased(String person) ->
          applications
              .forget(board, applications.person(board, person))
              .map(links ->
                  links > 0 ? Outcome.applied(null) : Outcome.of(Outcome.Kind.UNCHANGED));
      case Reported.Ping _ -> only(Outcome.Kind.PING);
      case Reported.Nothing _ -> only(Outcome.Kind.IGNORED);
      case Reported.Unusable(String why) -> Uni.createFrom().item(Outcome.unusable(why));
    };
  }

  private Uni<Outcome> ended(Origin origin, Ended ended, Mapping mapping) {
    Optional<Mapping.Ending> ending =
        mapping.ending(ended.reasonId()).or(() -> mapping.ending(ended.reasonText()));
    if (ending.isPresent()) {
      return switch (ending.get()) {
        case HIRED -> only(Outcome.Kind.IGNORED);
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
    return kind(origin.board(), ended.stage(), mapping)
        .flatMap(kind ->
            report(
                origin,
                ended.externalId(),
                ended.known(),
                mapping,
                candidate -> Vocabulary.reject(origin.provider(), ended, day, kind, candidate)));
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
            return run(origin, id, place.get(), reject.apply(place.get().candidate()));
          }
          if (known == null) {
            return only(Outcome.Kind.UNKNOWN_APPLICATION);
          }
          return owner(origin.board(), id, known.person(), known.email())
              .flatMap(candidate -> {
                Reject rejection = reject.apply(candidate);
                Submit submit =
                    submit(origin.board(), id, candidate, known, mapping, rejection.rejectedOn());
                return run(origin, id, id, candidate, new Report(submit, List.of(), rejection));
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
                ? run(
                    origin,
                    id,
                    place.get(),
                    rejections.report(board, item, id, place.get().candidate()).rejection())
                : owner(board, id, item.candidate().externalId(), item.candidate().email())
                    .flatMap(candidate ->
                        run(
                            origin,
                            id,
                            id,
                            candidate,
                            rejections.report(board, item, id, candidate))));
  }

  private Uni<Outcome> cameTo(Origin origin, CameTo came, Mapping mapping) {
    UUID id = applications.application(origin.board(), came.externalId());
    LocalDate day = came.reachedOn() == null ? today() : came.reachedOn();
    return kind(origin.board(), came.stage(), mapping)
        .flatMap(kind ->
            kind.isEmpty() || !isPlausible(day)
                ? only(Outcome.Kind.UNCHANGED)
                : places
                    .find(origin.board(), id)
                    .flatMap(place ->
                        place.isPresent()
                            ? reach(origin, id, place.get(), kind.get(), day)
                            : follow(origin, id, came, mapping, kind.get(), day)));
  }

  /** Vendors tell the stage with every change; only the first time it is news. */
  private Uni<Outcome> reach(Origin origin, UUID id, Place place, StageKind kind, LocalDate day) {
    return place.details().stageKinds().contains(kind)
        ? only(Outcome.Kind.UNCHANGED)
        : run(origin, id, place, new ReachStage(place.candidate(), new Stage(kind, day, null)));
  }

  /** An application that is under way is recorded for who is here to follow it, and for no other. */
  private Uni<Outcome> follow(
      Origin origin, UUID id, CameTo came, Mapping mapping, StageKind kind, LocalDate day) {
    Known known = came.known();
    if (known == null) {
      return only(Outcome.Kind.UNKNOWN_APPLICATION);
    }
    UUID address = addresses.pseudonym(known.email());
    return addresses
        .candidatesOf(Set.of(address))
        .flatMap(candidates -> {
          UUID candidate = candidates.get(address);
          if (candidate == null) {
            return only(Outcome.Kind.UNKNOWN_APPLICATION);
          }
          Submit submit = submit(origin.board(), id, candidate, known, mapping, day);
          return handler
              .submit(id, submit, metadata(origin))
              .flatMap(done ->
                  run(origin, id, id, candidate, new ReachStage(candidate, new Stage(kind, day, null))));
        });
  }

  private Uni<Outcome> onKnown(
      Origin origin, String externalId, Function<UUID, JobApplicationCommand> command) {
    UUID id = applications.application(origin.board(), externalId);
    return places
        .find(origin.board(), id)
        .flatMap(place ->
            place.isEmpty()
                ? only(Outcome.Kind.UNKNOWN_APPLICATION)
                : run(origin, id, place.get(), command.apply(place.get().candidate())));
  }

  private Uni<Outcome> run(Origin origin, UUID first, Place place, JobApplicationCommand command) {
    return run(origin, first, place.application(), place.candidate(), command);
  }

  private Uni<Outcome> run(
      Origin origin,
      UUID first,
      UUID application,
      UUID candidate,
      JobApplicationCommand command) {
    return handler
        .run(application, command, metadata(origin), origin)
        .flatMap(outcome ->
            places.handOver(origin.board(), first, candidate).replaceWith(outcome));
  }

  /** Whose a new application is: who signed in with the address, else the address's pseudonym. */
  private Uni<UUID> owner(String board, UUID id, String person, String email) {
    UUID address = addresses.pseudonym(email);
    return addresses
        .candidatesOf(Set.of(address))
        .flatMap(known -> {
          UUID candidate = known.get(address);
          Link link = new Link(id, applications.person(board, person), address);
          return candidate == null
              ? applications.note(board, List.of(link)).replaceWith(address)
              : Uni.createFrom().item(candidate);
        });
  }

  private Submit submit(
      String board, UUID id, UUID candidate, Known known, Mapping mapping, LocalDate latest) {
    return Vocabulary.submit(
        board, id, candidate, known, mapping.employer(board), latest, sealing::pseudonym);
  }

  /** The kind of a stage; the name of one that is in no table is kept for the board. */
  private Uni<Optional<StageKind>> kind(String board, @Nullable String name, Mapping mapping) {
    Optional<StageKind> kind = mapping.stage(name);
    return name == null || kind.isPresent()
        ? Uni.createFrom().item(kind)
        : mappings.noteUnmapped(board, name).replaceWith(kind);
  }

  private boolean isPlausible(LocalDate day) {
    return !day.isBefore(LocalDate.EPOCH) && !day.isAfter(today().plusDays(1));
  }

  private LocalDate today() {
    return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private Metadata metadata(Origin origin) {
    return new Metadata(
        clock.instant(), UuidCreator.getTimeOrderedEpoch(), null, origin.board());
  }

  private static Uni<Outcome> only(Outcome.Kind kind) {
    return Uni.createFrom().item(Outcome.of(kind));
  }
}
