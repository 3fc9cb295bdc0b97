package dev.rebound.application.webhooks;

import dev.rebound.application.addresses.VerifiedAddresses;
import dev.rebound.application.adopting.Adoption;
import dev.rebound.application.boards.BoardApplications;
import dev.rebound.application.jobapplication.Details;
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
import java.util.Set;
import java.util.UUID;

/** Finds where an application of a board's stands: with its candidate, or where it waits for one. */
@ApplicationScoped
class Places {

  private final CommandHandler<
          JobApplicationCommand, JobApplication, ApplicationEvent, JobApplicationRefusal>
      handler;
  private final VerifiedAddresses addresses;
  private final BoardApplications applications;
  private final Adoption adoption;

  /** Wired by the container. */
  @Inject
  Places(
      CommandHandler<JobApplicationCommand, JobApplication, ApplicationEvent, JobApplicationRefusal>
          handler,
      VerifiedAddresses addresses,
      BoardApplications applications,
      Adoption adoption) {
    this.handler = handler;
    this.addresses = addresses;
    this.applications = applications;
    this.adoption = adoption;
  }

  /**
   * Where an application stands.
   *
   * @param application the id of its stream
   */
  record Place(UUID application, Details details) {

    UUID candidate() {
      return details.candidateId();
    }
  }

  /**
   * The place of an application; empty where there is none.
   *
   * @param first its id as it follows from the board's
   */
  Uni<Optional<Place>> find(String board, UUID first) {
    return at(adoption.adoptedId(first))
        .flatMap(own ->
            own.isPresent()
                ? Uni.createFrom().item(own)
                : at(first).flatMap(there -> handedOver(board, there)));
  }

  /**
   * Makes a waiting application its candidate's where somebody has signed in with the address by
   * now: what was added to it while they did would be left behind.
   */
  Uni<Void> handOver(String board, UUID first, UUID candidate) {
    return addresses
        .candidatesOf(Set.of(candidate))
        .flatMap(known -> {
          UUID signedIn = known.get(candidate);
          return signedIn == null
              ? Uni.createFrom().voidItem()
              : adopt(board, first, signedIn).replaceWithVoid();
        });
  }

  private Uni<Optional<Place>> handedOver(String board, Optional<Place> there) {
    if (there.isEmpty()) {
      return Uni.createFrom().item(there);
    }
    Place waiting = there.get();
    return handOver(board, waiting.application(), waiting.candidate())
        .flatMap(done -> at(adoption.adoptedId(waiting.application())))
        .map(own -> own.isPresent() ? own : there);
  }

  /** Where the board has had the person erased, nothing leads to the application any more. */
  private Uni<Boolean> adopt(String board, UUID first, UUID candidate) {
    return applications
        .isNoted(board, first)
        .flatMap(noted ->
            noted ? adoption.adopt(first, candidate) : Uni.createFrom().item(false))
        .flatMap(found ->
            found
                ? applications.adopted(board, first).replaceWith(true)
                : Uni.createFrom().item(false));
  }

  private Uni<Optional<Place>> at(UUID application) {
    return handler
        .current(Streams.application(application))
        .map(current ->
            current.state() instanceof Submitted it
                ? Optional.of(new Place(application, it.details()))
                : Optional.<Place>empty());
  }
}
