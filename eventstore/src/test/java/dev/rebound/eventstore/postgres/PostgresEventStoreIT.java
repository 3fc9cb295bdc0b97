package dev.rebound.eventstore.postgres;

import dev.rebound.eventstore.EventStore;
import dev.rebound.eventstore.EventStoreConformance;
import dev.rebound.eventstore.Servers;
import dev.rebound.sealing.AesSealing;
import dev.rebound.sealing.Databases;
import dev.rebound.sealing.InMemoryKeyRing;
import dev.rebound.sealing.PostgresKeyRing;
import dev.rebound.sealing.WrappingKey;

class PostgresEventStoreIT extends EventStoreConformance {

  private static final WrappingKey KEY = InMemoryKeyRing.WRAPPING_KEY;
  private static final EventStore STORE =
      new PostgresEventStore(
          Databases.vertx(),
          Servers.eventStore(),
          new AesSealing(new PostgresKeyRing(Databases.keys(), KEY), KEY),
          new Bell());

  @Override
  protected EventStore store() {
    return STORE;
  }
}
