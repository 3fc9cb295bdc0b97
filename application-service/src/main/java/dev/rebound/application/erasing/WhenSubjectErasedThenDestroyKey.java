package dev.rebound.application.erasing;

import dev.rebound.application.addresses.VerifiedAddresses;
import dev.rebound.application.addresses.VerifiedAddresses.Verified;
import dev.rebound.application.boards.BoardApplications;
import dev.rebound.application.boards.outgoing.CandidateNews;
import dev.rebound.delivery.Reaction;
import dev.rebound.events.ApplicationEvent.SubjectErased;
import dev.rebound.events.EventType;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.sealing.KeyRing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Destroys the person's key. With it every word is gone that was sealed under it, in the events, on
 * the topics and in all copies; each service then finds the person in the log of erasures and
 * deletes what it holds. Boards that know the person are told first: by which id they do is sealed
 * under that key.
 *
 * <p>What boards reported before the person signed in is sealed under keys of its own, so those go
 * as well, and before: which they are is forgotten with the person. The person's addresses are
 * noted as erased beside them, so that boards are told that nothing may be kept of whoever has
 * them.
 */
@ApplicationScoped
public class WhenSubjectErasedThenDestroyKey implements Reaction {

  private final CandidateNews boards;
  private final KeyRing keys;
  private final VerifiedAddresses addresses;
  private final BoardApplications applications;

  /** Wired by the container. */
  @Inject
  public WhenSubjectErasedThenDestroyKey(
      CandidateNews boards,
      KeyRing keys,
      VerifiedAddresses addresses,
      BoardApplications applications) {
    this.boards = boards;
    this.keys = keys;
    this.addresses = addresses;
    this.applications = applications;
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
  public boolean concerns(EventType type, @Nullable String board) {
    return CandidateNews.concerns(type, board);
  }

  /** Who a board knows is kept here alone, and an erasure that was promised is owed still. */
  @Override
  public boolean takesRestored() {
    return true;
  }

  @Override
  public int together() {
    return CandidateNews.TOGETHER;
  }

  @Override
  public Uni<Set<UUID>> onAll(List<StoredEvent> events) {
    return boards.onAll(events);
  }

  @Override
  public Uni<Void> on(StoredEvent event) {
    Uni<Void> told = boards.on(event);
    return event.event() instanceof SubjectErased(var candidate)
        ? told.chain(() -> applications.personsOf(candidate))
            .chain(this::eraseEach)
            .chain(() -> addresses.of(candidate))
            .chain(known -> eraseEach(known.stream().map(Verified::pseudonym).toList()))
            .chain(() -> keys.erase(candidate))
        : told;
  }

  private Uni<Void> eraseEach(List<UUID> subjects) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (UUID subject : subjects) {
      done = done.chain(() -> keys.erase(subject));
    }
    return done;
  }
}
