package dev.rebound.delivery;

import dev.rebound.events.Topic;
import dev.rebound.eventstore.StoredEvent;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.function.Function;

/** A reaction that does what a test says. */
record Reacting(Topic topic, Function<StoredEvent, Uni<Void>> doing) implements Reaction {

  @Override
  public String name() {
    return "reacting";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(topic);
  }

  @Override
  public Uni<Void> on(StoredEvent event) {
    return doing.apply(event);
  }
}
