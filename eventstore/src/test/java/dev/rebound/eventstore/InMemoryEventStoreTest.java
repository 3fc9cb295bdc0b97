package dev.rebound.eventstore;

class InMemoryEventStoreTest extends EventStoreConformance {

  private final EventStore store = new InMemoryEventStore();

  @Override
  protected EventStore store() {
    return store;
  }
}
