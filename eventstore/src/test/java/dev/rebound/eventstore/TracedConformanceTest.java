package dev.rebound.eventstore;

/** Whoever looks on changes nothing. */
class TracedConformanceTest extends EventStoreConformance {

  private final EventStore store =
      new TracedEventStore(new InMemoryEventStore(), new Steps(), events -> {});

  @Override
  protected EventStore store() {
    return store;
  }
}
