package dev.rebound.application.erasing;

import dev.rebound.application.boards.outgoing.CandidateNews;
import dev.rebound.delivery.Reaction;
import dev.rebound.events.ApplicationEvent.SubjectErased;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.sealing.KeyRing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * Destroys the person's key. With it every word is gone that was sealed under it, in the events, on
 * the topics and in all copies; each service then finds the person in the log of erasures and
 * deletes what it holds. Boards that know the person are told first: by which id they do is sealed
 * under that key.
 */
@ApplicationScoped
public class WhenSubjectErasedThenDestroyKey implements Reaction {

  private final CandidateNews boards;
  private final KeyRing keys;

  /** Wired by the container. */
  @Inject
  public WhenSubjectErasedThenDestroyKey(CandidateNews boards, KeyRing keys) {
    this.boards = boards;
    this.keys = keys;
  }

  @Override
  public String name() {
    return "destroy-key";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.APPLICATIONS);
  }

  @Override
  public Uni<Void> on(StoredEvent event) {
    Uni<Void> told = boards.on(event);
    return event.event() instanceof SubjectErased(var candidate)
        ? told.chain(() -> keys.erase(candidate))
        : told;
  }
}
