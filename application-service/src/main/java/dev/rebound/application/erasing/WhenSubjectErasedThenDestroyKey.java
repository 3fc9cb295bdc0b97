package dev.rebound.application.erasing;

import dev.rebound.application.addresses.VerifiedAddresses;
import dev.rebound.delivery.Reaction;
import dev.rebound.events.ApplicationEvent.SubjectErased;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.sealing.KeyRing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Destroys the person's key. With it every word is gone that was sealed under it, in the events, on
 * the topics and in all copies; each service then finds the person in the log of erasures and
 * deletes what it holds. What boards reported before the person signed in is sealed under the
 * address instead, so those keys go as well, and first: which they are is forgotten with the person.
 */
@ApplicationScoped
public class WhenSubjectErasedThenDestroyKey implements Reaction {

  private final KeyRing keys;
  private final VerifiedAddresses addresses;

  /** Wired by the container. */
  @Inject
  public WhenSubjectErasedThenDestroyKey(KeyRing keys, VerifiedAddresses addresses) {
    this.keys = keys;
    this.addresses = addresses;
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
    return event.event() instanceof SubjectErased(var candidate)
        ? addresses.of(candidate).flatMap(known -> eraseEach(known, candidate))
        : Uni.createFrom().voidItem();
  }

  private Uni<Void> eraseEach(List<UUID> known, UUID candidate) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (UUID address : known) {
      done = done.chain(() -> keys.erase(address));
    }
    return done.chain(() -> keys.erase(candidate));
  }
}
