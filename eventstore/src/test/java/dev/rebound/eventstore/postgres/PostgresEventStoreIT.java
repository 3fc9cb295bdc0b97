package dev.rebound.eventstore.postgres;

import dev.rebound.eventstore.EventStore;
import dev.rebound.eventstore.EventStoreConformance;
import dev.rebound.eventstore.Servers;
import dev.rebound.eventstore.sealing.AesSealing;
import dev.rebound.eventstore.sealing.PostgresKeyRing;
import dev.rebound.eventstore.sealing.WrappingKey;

class PostgresEventStoreIT extends EventStoreConformance {

  private static final WrappingKey KEY =
      new WrappingKey("dGhpcnR5LXR3byBieXRlcyBvZiBhIHRlc3QgcnVuISE=");
  private static final EventStore STORE =
      new PostgresEventStore(
          Servers.vertx(),
          Servers.eventStore(),
          new AesSealing(new PostgresKeyRing(Servers.keys(), KEY), KEY),
          new Bell());

  @Override
  protected EventStore store() {
    return STORE;
  }
}
