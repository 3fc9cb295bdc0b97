package dev.rebound.application.webhooks;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Notes endings that were dealt with, and takes back the ones that were overtaken meanwhile: what
 * says that an application is under way again may come while its ending is on its way, and finds
 * nothing to take back then.
 */
@ApplicationScoped
class DealtWith {

  private final LastTold lastTold;
  private final Places places;
  private final JobApplications jobApplications;

  /** Wired by the container. */
  @Inject
  DealtWith(LastTold lastTold, Places places, JobApplications jobApplications) {
    this.lastTold = lastTold;
    this.places = places;
    this.jobApplications = jobApplications;
  }

  /**
   * Notes a rejection or a withdrawal that a board told of, and looks once more.
   *
   * @param outcome what came of it; where too little was told, what comes with the rest is not
   *     overtaken by it
   */
  Uni<Void> note(Origin origin, UUID id, Outcome outcome) {
    return outcome.kind() == Outcome.Kind.UNKNOWN_APPLICATION
        ? Uni.createFrom().voidItem()
        : lastTold
            .ended(origin, id)
            .chain(now ->
                now.reopenedAfter(origin.at())
                    ? takeBack(origin, id)
                    : Uni.createFrom().voidItem());
  }

  private Uni<Void> takeBack(Origin origin, UUID id) {
    return places
        .find(origin.board(), id)
        .chain(place ->
            place.isPresent() && place.get().isEndedByBoard()
                ? jobApplications
                    .run(origin.overtaken(), id, place.get(), place.get().reopening())
                    .replaceWithVoid()
                : Uni.createFrom().voidItem());
  }
}
