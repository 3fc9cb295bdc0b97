package dev.rebound.application.adopting;

import dev.rebound.application.boards.BoardApplications;
import dev.rebound.application.jobapplication.JobApplication;
import dev.rebound.application.jobapplication.JobApplicationCommand;
import dev.rebound.application.jobapplication.JobApplicationRefusal;
import dev.rebound.application.streams.LastWithdrawal;
import dev.rebound.application.streams.Streams;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.eventstore.Command;
import dev.rebound.eventstore.CommandHandler;
import dev.rebound.eventstore.EventStore;
import dev.rebound.eventstore.EventStore.StreamSlice;
import dev.rebound.eventstore.Handled;
import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.sealing.Sealing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Commands once more what waits in a stream, on a stream of the candidate's own. */
@ApplicationScoped
public class Adoption {

  /** How often it is begun anew while somebody else writes to the candidate's stream. */
  private static final int TRIES = 3;

  private final CommandHandler<
          JobApplicationCommand, JobApplication, ApplicationEvent, JobApplicationRefusal>
      handler;
  private final EventStore store;
  private final BoardApplications applications;
  private final Sealing sealing;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  public Adoption(
      CommandHandler<JobApplicationCommand, JobApplication, ApplicationEvent, JobApplicationRefusal>
          handler,
      EventStore store,
      BoardApplications applications,
      Sealing sealing,
      Clock clock) {
    this.handler = handler;
    this.store = store;
    this.applications = applications;
    this.sealing = sealing;
    this.clock = clock;
  }

  /** The id of the candidate's own application that a waiting one becomes. */
  public UUID adoptedId(UUID waiting) {
    return sealing.pseudonym("an adopted application", waiting.toString());
  }

  /**
   * Makes a waiting application the candidate's, or adds to it what came since. One that somebody
   * has adopted already stays theirs, and one that never waited for the person is left alone: a
   * board may report an application once more with somebody else's address.
   *
   * <p>Where nothing of it waits any longer it is noted whose it has become.
   *
   * @param person whom it waits for
   */
  public Uni<Void> adopt(String board, UUID waiting, UUID person, UUID candidate) {
    return adopt(waiting, person, candidate, TRIES)
        .chain(owner ->
            owner.isPresent()
                ? applications.adopted(board, waiting, owner.get())
                : Uni.createFrom().voidItem());
  }

  /** Whose it is where nothing of it waits any longer; empty where something does. */
  private Uni<Optional<UUID>> adopt(UUID waiting, UUID person, UUID candidate, int tries) {
    return store
        .read(Streams.application(waiting))
        .chain(from -> {
          if (from.events().isEmpty()) {
            // Its link was noted, and it itself is on its way.
            return Uni.createFrom().item(Optional.<UUID>empty());
          }
          return from.events().getFirst().event().candidateId().equals(person)
              ? store
                  .read(Streams.application(adoptedId(waiting)))
                  .chain(to -> {
                    UUID owner =
                        to.events().isEmpty()
                            ? candidate
                            : to.events().getFirst().event().candidateId();
                    return goOn(from.behindCausesOf(to), to, to.version(), owner)
                        .map(done -> done ? Optional.of(owner) : Optional.<UUID>empty());
                  })
                  .chain(owner ->
                      owner.isPresent() || tries <= 1
                          ? Uni.createFrom().item(owner)
                          : adopt(waiting, person, candidate, tries - 1))
              : Uni.createFrom().item(Optional.of(candidate));
        });
  }

  /**
   * Carries on with the first of what is left.
   *
   * @param version of the candidate's stream, which must not have moved: the same event commanded
   *     twice could hold twice, where one behind it undid it
   * @return false where it has moved
   */
  private Uni<Boolean> goOn(List<StoredEvent> left, StreamSlice to, int version, UUID owner) {
    if (left.isEmpty()) {
      return Uni.createFrom().item(true);
    }
    StoredEvent next = left.getFirst();
    List<StoredEvent> rest = left.subList(1, left.size());
    JobApplicationCommand command =
        Reissued.of(
            (ApplicationEvent) next.event(),
            to.stream().id(),
            owner,
            LastWithdrawal.isOfCandidate(to));
    if (command == null) {
      return goOn(rest, to, version, owner);
    }
    return handler
        .handle(
            new Command<>(
                to.stream(), command, Metadata.causedBy(next, clock.instant()), version, null))
        .chain(handled ->
            switch (handled) {
              case Handled.Done<JobApplication, JobApplicationRefusal> done ->
                  goOn(rest, to, done.version(), owner);
              case Handled.Refused<JobApplication, JobApplicationRefusal> _ ->
                  goOn(rest, to, version, owner);
              case Handled.Stale<JobApplication, JobApplicationRefusal> _ ->
                  Uni.createFrom().item(false);
              case Handled.Replayed<JobApplication, JobApplicationRefusal> _,
                  Handled.KeyReused<JobApplication, JobApplicationRefusal> _,
                  Handled.StillRunning<JobApplication, JobApplicationRefusal> _ ->
                  throw new IllegalStateException("a command without a key has no former answer");
            });
  }
}
