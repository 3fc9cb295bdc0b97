package dev.rebound.insights;

import dev.rebound.delivery.Reaction;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.StoredEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A reaction that fails on some events until it is mended, and writes down those that it had. */
@ApplicationScoped
public class Stumbling implements Reaction {

  private final Set<UUID> poison = ConcurrentHashMap.newKeySet();
  private final List<StoredEvent> seen = new CopyOnWriteArrayList<>();

  @Override
  public String name() {
    return "stumbling";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.APPLICATIONS);
  }

  @Override
  public Uni<Void> on(StoredEvent event) {
    if (poison.contains(event.id())) {
      return Uni.createFrom().failure(new IllegalStateException("a mistake"));
    }
    seen.add(event);
    return Uni.createFrom().voidItem();
  }

  /** Has it fail on this event from now on. */
  void failOn(UUID event) {
    poison.add(event);
  }

  /** Has it fail no more. */
  void mend() {
    poison.clear();
  }

  /** The events of a candidate that it has reacted to, in the order they came. */
  List<UUID> seenOf(UUID candidate) {
    return seen.stream()
        .filter(event -> event.event().candidateId().equals(candidate))
        .map(StoredEvent::id)
        .toList();
  }
}
