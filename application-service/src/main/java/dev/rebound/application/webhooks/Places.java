package dev.rebound.application.webhooks;

import dev.rebound.application.adopting.Adoption;
import dev.rebound.application.boards.BoardApplications;
import dev.rebound.application.jobapplication.JobApplication;
import dev.rebound.application.jobapplication.JobApplication.Submitted;
import dev.rebound.application.jobapplication.JobApplicationCommand;
import dev.rebound.application.jobapplication.JobApplicationRefusal;
import dev.rebound.application.streams.Streams;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.eventstore.CommandHandler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Finds where an application of a board's stands: with its candidate, or where it waits for one.
 */
@ApplicationScoped
class Places {

  private final CommandHandler<
          JobApplicationCommand, JobApplication, ApplicationEvent, JobApplicationRefusal>
      handler;
  private final BoardApplications applications;
  private final Adoption adoption;

  /** Wired by the container. */
  @Inject
  Places(
      CommandHandler<JobApplicationCommand, JobApplication, ApplicationEvent, JobApplicationRefusal>
          handler,
      BoardApplications applications,
      Adoption adoption) {
    this.handler = handler;
    this.applications = applications;
    this.adoption = adoption;
  }

  /**
   * Carries out something other than a rejection where an application stands, and says what the
   * board is answered. That is kept of whoever has signed in and of nobody else, so until the board
   * has reported the rejection, what came of it would say who has.
   *
   * @param first its id as it follows from the board's
   */
  Uni<Outcome> answer(String board, UUID first, Function<Optional<Place>, Uni<Outcome>> work) {
    return find(board, first)
        .chain(place -> {
          Uni<Outcome> outcome = work.apply(place);
          return place.isPresent() && place.get().isReported()
              ? outcome
              : outcome.replaceWith(Outcome.of(Outcome.Kind.NOT_REPORTED));
        });
  }

  /**
   * The place of an application; empty where there is none.
   *
   * @param first its id as it follows from the board's
   */
  Uni<Optional<Place>> find(String board, UUID first) {
    UUID adopted = adoption.adoptedId(first);
    return at(adopted)
        .chain(own ->
            own.isPresent()
                ? Uni.createFrom().item(own)
                : at(first)
                    .chain(there ->
                        there.isEmpty()
                            ? Uni.createFrom().item(there)
                            : handOver(board, first)
                                .chain(() -> at(adopted))
                                .map(moved -> moved.isPresent() ? moved : there)));
  }

  /**
   * Makes a waiting application its candidate's where somebody has signed in with the address by
   * now: what was added to it while they did would be left behind. Where the board has had the
   * person erased, nothing leads to the application any more.
   */
  private Uni<Void> handOver(String board, UUID first) {
    return applications
        .claimed(board, first)
        .chain(claimed ->
            claimed.isEmpty()
                ? Uni.createFrom().voidItem()
                : adoption.adopt(board, first, claimed.get().person(), claimed.get().candidate()));
  }

  /**
   * To be done once something was commanded on an application, as {@link #handOver} says.
   *
   * @param first its id as it follows from the board's
   * @param application where it was commanded
   */
  Uni<Void> afterwards(String board, UUID first, UUID application) {
    return application.equals(first) ? handOver(board, first) : Uni.createFrom().voidItem();
  }

  private Uni<Optional<Place>> at(UUID application) {
    return handler
        .current(Streams.application(application))
        .map(current ->
            current.state() instanceof Submitted it
                ? Optional.of(new Place(application, it, current.slice()))
                : Optional.<Place>empty());
  }
}
