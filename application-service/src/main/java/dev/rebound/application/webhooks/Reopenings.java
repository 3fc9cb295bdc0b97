package dev.rebound.application.webhooks;

import dev.rebound.application.boards.BoardApplications;
import dev.rebound.application.webhooks.LastTold.Standing;
import dev.rebound.application.webhooks.Reported.CameTo;
import dev.rebound.application.webhooks.Reported.UnderWay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Commands that applications are under way again. */
@ApplicationScoped
class Reopenings {

  private final Places places;
  private final JobApplications jobApplications;
  private final LastTold lastTold;
  private final StageChanges stages;
  private final BoardApplications applications;

  /** Wired by the container. */
  @Inject
  Reopenings(
      Places places,
      JobApplications jobApplications,
      LastTold lastTold,
      StageChanges stages,
      BoardApplications applications) {
    this.places = places;
    this.jobApplications = jobApplications;
    this.lastTold = lastTold;
    this.stages = stages;
    this.applications = applications;
  }

  /** Carries out that the vendor says so. */
  Uni<Outcome> reopened(Origin origin, String externalId) {
    UUID id = applications.application(origin.board(), externalId);
    return lastTold
        .tellReopened(origin, id)
        .chain(standing ->
            places.answer(
                origin.board(),
                id,
                place ->
                    standing.overtakes(origin.at())
                        ? Outcome.only(Outcome.Kind.UNCHANGED)
                        : reopen(origin, id, place)));
  }

  /** A board takes back what boards have said, and nothing that the candidate has. */
  private Uni<Outcome> reopen(Origin origin, UUID id, Optional<Place> place) {
    if (place.isEmpty()) {
      return Outcome.only(Outcome.Kind.NOT_REPORTED);
    }
    return place.get().isEndedByBoard()
        ? jobApplications.run(origin, id, place.get(), place.get().reopening())
        : Outcome.only(Outcome.Kind.UNCHANGED);
  }

  /**
   * Carries out that an application is active, which is news where it ended before that, and else
   * tells the stage it is in.
   */
  Uni<Outcome> underWay(Origin origin, UnderWay what) {
    UUID id = applications.application(origin.board(), what.externalId());
    return lastTold
        .tellUnderWay(origin, id)
        .chain(standing ->
            places.answer(
                origin.board(), id, place -> underWay(origin, id, what.came(), standing, place)));
  }

  private Uni<Outcome> underWay(
      Origin origin, UUID id, @Nullable CameTo came, Standing standing, Optional<Place> place) {
    if (place.isPresent() && endedBefore(origin, standing, place.get())) {
      return reopen(origin, id, place);
    }
    return came == null
        ? Outcome.only(Outcome.Kind.UNCHANGED)
        : stages.apply(origin, came, standing);
  }

  /**
   * Whether an application had ended before it was active: by the vendor's own times, since both
   * may have been heard of at once. Where it ended by another way, when that was heard of counts.
   */
  private static boolean endedBefore(Origin origin, Standing standing, Place place) {
    Instant at = origin.at();
    Instant heard = place.endedAt();
    if (at == null || heard == null || standing.overtakes(at)) {
      return false;
    }
    Instant told = standing.ended();
    return at.isAfter(told != null && place.endedThrough(origin.provider()) ? told : heard);
  }
}
