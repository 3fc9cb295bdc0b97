package dev.rebound.application.adopting;

import dev.rebound.application.jobapplication.JobApplication;
import dev.rebound.application.jobapplication.JobApplication.Submitted;
import dev.rebound.application.jobapplication.JobApplicationCommand;
import dev.rebound.application.jobapplication.JobApplicationDecider;
import dev.rebound.application.jobapplication.JobApplicationRefusal;
import dev.rebound.application.streams.Streams;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.eventstore.Decision;
import dev.rebound.eventstore.EventStore;
import dev.rebound.eventstore.EventStore.Append;
import dev.rebound.eventstore.EventStore.NewEvent;
import dev.rebound.eventstore.EventStore.StreamSlice;
import dev.rebound.eventstore.EventStore.VersionConflict;
import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.sealing.Sealing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Commands once more what waits in a stream, on a stream of the candidate's own. */
@ApplicationScoped
public class Adoption {

  /** How often it is tried while somebody else writes to the candidate's stream. */
  private static final int TRIES = 3;

  private final JobApplicationDecider decider = new JobApplicationDecider();
  private final EventStore store;
  private final Sealing sealing;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  public Adoption(EventStore store, Sealing sealing, Clock clock) {
    this.store = store;
    this.sealing = sealing;
    this.clock = clock;
  }

  /** The id of the candidate's own application that a waiting one becomes. */
  public UUID adoptedId(UUID waiting) {
    return sealing.pseudonym("an adopted application", waiting.toString());
  }

  /**
   * Makes a waiting application the candidate's, or adds to it what came since. One that is
   * somebody's already stays theirs.
   *
   * @return whether there was an application
   */
  public Uni<Boolean> adopt(UUID waiting, UUID candidate) {
    return Uni.createFrom()
        .deferred(() ->
            store
                .read(Streams.application(waiting))
                .flatMap(from ->
                    store
                        .read(Streams.application(adoptedId(waiting)))
                        .flatMap(to -> goOn(from, to, candidate))))
        .onFailure(VersionConflict.class)
        .retry()
        .atMost(TRIES);
  }

  private Uni<Boolean> goOn(StreamSlice from, StreamSlice to, UUID candidate) {
    List<StoredEvent> more = behindWhatIsThere(from, to);
    if (more.isEmpty()) {
      return Uni.createFrom().item(!from.events().isEmpty());
    }
    JobApplication state = fold(to);
    UUID owner = state instanceof Submitted it ? it.details().candidateId() : candidate;
    List<NewEvent> fresh = new ArrayList<>();
    for (StoredEvent event : more) {
      JobApplicationCommand command =
          Reissued.of((ApplicationEvent) event.event(), to.stream().id(), owner);
      if (command != null
          && decider.decide(command, state)
              instanceof
              Decision.Accepted<ApplicationEvent, JobApplicationRefusal>(
                  List<ApplicationEvent> accepted)) {
        for (ApplicationEvent next : accepted) {
          fresh.add(NewEvent.of(next));
          state = decider.evolve(state, next);
        }
      }
    }
    if (fresh.isEmpty()) {
      return Uni.createFrom().item(true);
    }
    Metadata metadata = Metadata.causedBy(more.getLast(), clock.instant());
    return store
        .append(new Append(to.stream(), to.version(), fresh, metadata, null))
        .map(stored -> true);
  }

  /** The events that the candidate's stream does not answer yet. */
  private static List<StoredEvent> behindWhatIsThere(StreamSlice from, StreamSlice to) {
    Set<UUID> answered = new HashSet<>();
    for (StoredEvent event : to.events()) {
      UUID cause = event.metadata().causationId();
      if (cause != null) {
        answered.add(cause);
      }
    }
    int next = 0;
    for (int i = 0; i < from.events().size(); i++) {
      if (answered.contains(from.events().get(i).id())) {
        next = i + 1;
      }
    }
    return from.events().subList(next, from.events().size());
  }

  private JobApplication fold(StreamSlice slice) {
    JobApplication state = decider.initial();
    for (StoredEvent stored : slice.events()) {
      state = decider.evolve(state, (ApplicationEvent) stored.event());
    }
    return state;
  }
}
