package dev.rebound.chassis.events;

import dev.rebound.delivery.tracing.TracedEventStore;
import dev.rebound.delivery.tracing.Tracing;
import dev.rebound.eventstore.EventStore;
import dev.rebound.eventstore.postgres.Bell;
import dev.rebound.eventstore.postgres.EventCodec;
import dev.rebound.eventstore.postgres.PostgresEventStore;
import dev.rebound.sealing.AesSealing;
import dev.rebound.sealing.Erasures;
import dev.rebound.sealing.KeyRing;
import dev.rebound.sealing.PostgresKeyRing;
import dev.rebound.sealing.Sealing;
import dev.rebound.sealing.Withdrawals;
import dev.rebound.sealing.WrappingKey;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The event store of the service's own database. */
@ApplicationScoped
public class StoreProducer {

  @Produces
  @Singleton
  Bell bell() {
    return new Bell();
  }

  @Produces
  @Singleton
  WrappingKey wrappingKey(@ConfigProperty(name = "rebound.key-encryption-key") String base64) {
    return new WrappingKey(base64);
  }

  @Produces
  @Singleton
  PostgresKeyRing keyRing(@ReactiveDataSource("keys") Pool keys, WrappingKey wrappingKey) {
    return new PostgresKeyRing(keys, wrappingKey);
  }

  @Produces
  @Singleton
  Erasures erasures(@ReactiveDataSource("keys") Pool keys) {
    return new Erasures(keys);
  }

  @Produces
  @Singleton
  Withdrawals withdrawals(@ReactiveDataSource("keys") Pool keys) {
    return new Withdrawals(keys);
  }

  @Produces
  @Singleton
  Sealing sealing(KeyRing keys, WrappingKey wrappingKey, MeterRegistry meters) {
    return new TimedSealing(new AesSealing(keys, wrappingKey), meters);
  }

  @Produces
  @Singleton
  EventCodec codec(Sealing sealing) {
    return new EventCodec(sealing);
  }

  @Produces
  @Singleton
  @Typed(PostgresEventStore.class)
  PostgresEventStore postgres(
      Vertx vertx, Pool pool, Sealing sealing, Bell bell, AppendMetrics metrics) {
    return new PostgresEventStore(vertx, pool, sealing, bell, metrics);
  }

  @Produces
  @Singleton
  @Typed(EventStore.class)
  EventStore store(PostgresEventStore postgres, Tracing tracing, AppendedMetrics appended) {
    return new TracedEventStore(postgres, tracing, appended::count);
  }
}
