package dev.rebound.delivery.tracing;

import dev.rebound.eventstore.EventStore;
import dev.rebound.eventstore.EventStoreConformance;
import dev.rebound.eventstore.InMemoryEventStore;

/** Whoever looks on changes nothing. */
class TracedConformanceTest extends EventStoreConformance {

  private final EventStore store =
      new TracedEventStore(new InMemoryEventStore(), new Steps(), events -> {});

  @Override
  protected EventStore store() {
    return store;
  }
}
