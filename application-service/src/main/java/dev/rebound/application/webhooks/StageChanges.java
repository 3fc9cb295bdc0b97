package dev.rebound.application.webhooks;

import dev.rebound.application.addresses.VerifiedAddresses;
import dev.rebound.application.boards.BoardApplications;
import dev.rebound.application.boards.BoardMappings;
import dev.rebound.application.boards.Mapping;
import dev.rebound.application.boards.Owners;
import dev.rebound.application.jobapplication.JobApplicationCommand.ReachStage;
import dev.rebound.application.jobapplication.JobApplicationCommand.Submit;
import dev.rebound.application.jobapplication.Stage;
import dev.rebound.application.webhooks.LastTold.Standing;
import dev.rebound.application.webhooks.Reported.CameTo;
import dev.rebound.application.webhooks.Reported.Known;
import dev.rebound.events.StageKind;
import dev.rebound.sealing.Sealing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Commands that an application came to a stage, and says what kind a vendor's stage is. */
@ApplicationScoped
class StageChanges {

  private final Places places;
  private final JobApplications jobApplications;
  private final VerifiedAddresses addresses;
  private final Owners owners;
  private final BoardApplications applications;
  private final BoardMappings mappings;
  private final Sealing sealing;
  private final Days days;

  /** Wired by the container. */
  @Inject
  StageChanges(
      Places places,
      JobApplications jobApplications,
      VerifiedAddresses addresses,
      Owners owners,
      BoardApplications applications,
      BoardMappings mappings,
      Sealing sealing,
      Days days) {
    this.places = places;
    this.jobApplications = jobApplications;
    this.addresses = addresses;
    this.owners = owners;
    this.applications = applications;
    this.mappings = mappings;
    this.sealing = sealing;
    this.days = days;
  }

  /**
   * Carries out that an application came to a stage. A stage took place whatever came later; it
   * begins no application of which something later was told.
   */
  Uni<Outcome> apply(Origin origin, CameTo came, Standing standing) {
    LocalDate day = days.of(came.reachedOn());
    return days.isPlausible(day)
        ? mappings.of(origin.board()).chain(mapping -> apply(origin, came, day, mapping, standing))
        : Uni.createFrom().item(Outcome.unusable("the day of the stage is not plausible"));
  }

  private Uni<Outcome> apply(
      Origin origin, CameTo came, LocalDate day, Mapping mapping, Standing standing) {
    UUID id = applications.application(origin.board(), came.externalId());
    return kind(origin.board(), came.stage(), mapping)
        .chain(kind ->
            kind.isEmpty()
                ? Outcome.only(Outcome.Kind.UNCHANGED)
                : apply(origin, id, came, new Stage(kind.get(), day, null), mapping, standing));
  }

  private Uni<Outcome> apply(
      Origin origin, UUID id, CameTo came, Stage stage, Mapping mapping, Standing standing) {
    return places.answer(
        origin.board(),
        id,
        place -> {
          if (place.isPresent()) {
            return reach(origin, id, place.get(), stage);
          }
          return standing.overtakes(origin.at())
              ? Outcome.only(Outcome.Kind.NOT_REPORTED)
              : follow(origin, id, came, mapping, stage);
        });
  }

  /** The kind of a stage; the name of one that is in no table is kept for the board. */
  Uni<Optional<StageKind>> kind(String board, @Nullable String name, Mapping mapping) {
    Optional<StageKind> kind = mapping.stage(name);
    return name == null || kind.isPresent()
        ? Uni.createFrom().item(kind)
        : mappings.noteUnmapped(board, name).replaceWith(kind);
  }

  /** Vendors tell the stage with every change; only the first time it is news. */
  private Uni<Outcome> reach(Origin origin, UUID id, Place place, Stage stage) {
    return place.details().stageKinds().contains(stage.kind())
        ? Outcome.only(Outcome.Kind.UNCHANGED)
        : jobApplications.run(origin, id, place, new ReachStage(place.candidate(), stage));
  }

  /**
   * An application that is under way is recorded for who is here to follow it, and for no other.
   */
  private Uni<Outcome> follow(Origin origin, UUID id, CameTo came, Mapping mapping, Stage stage) {
    Known known = came.known();
    if (known == null) {
      return Outcome.only(Outcome.Kind.NOT_REPORTED);
    }
    List<UUID> all = known.emails().stream().map(addresses::pseudonym).toList();
    UUID person = applications.person(origin.board(), known.person());
    return owners
        .of(Set.copyOf(all), Set.of(person))
        .flatMap(found -> {
          UUID owner = found.owner(all, person).orElse(person);
          return owner.equals(person)
              ? Outcome.only(Outcome.Kind.NOT_REPORTED)
              : begin(origin, id, owner, known, mapping, stage);
        });
  }

  private Uni<Outcome> begin(
      Origin origin, UUID id, UUID candidate, Known known, Mapping mapping, Stage stage) {
    Submit submit =
        Vocabulary.submit(
            origin.board(),
            id,
            candidate,
            known,
            mapping.employer(origin.board()),
            stage.reachedOn(),
            sealing::pseudonym);
    return jobApplications
        .submit(origin, id, submit)
        .flatMap(done -> jobApplications.run(origin, id, new ReachStage(candidate, stage)));
  }
}
