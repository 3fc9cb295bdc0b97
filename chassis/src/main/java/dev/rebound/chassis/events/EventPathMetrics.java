package dev.rebound.chassis.events;

import dev.rebound.delivery.Delivery;
import dev.rebound.delivery.TopicConsumer;
import dev.rebound.events.Topic;
import dev.rebound.sealing.PostgresKeyRing;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.health.Liveness;

/**
 * Figures for operators, which the parts of the path keep anyway: they are read at a scrape, and
 * cost an event nothing. What has to be told as it happens is in {@link AppendMetrics}, {@link
 * DeadLetterMetrics} and {@link TimedSealing}.
 *
 * <p>Tags are handlers, topics and fixed words: few, and nobody's data.
 */
@ApplicationScoped
public class EventPathMetrics {

  private final EventPath path;
  private final EventWatch watch;
  private final DatabaseWatch database;
  private final PostgresKeyRing keys;
  private final MeterRegistry meters;

  /** Wired by the container. */
  @Inject
  public EventPathMetrics(
      EventPath path,
      @Liveness EventWatch watch,
      DatabaseWatch database,
      PostgresKeyRing keys,
      MeterRegistry meters) {
    this.path = path;
    this.watch = watch;
    this.database = database;
    this.keys = keys;
    this.meters = meters;
  }

  void register(@Observes StartupEvent started) {
    relay();
    database();
    keys();
    path.deliveries().forEach(this::handler);
    path.consumers().forEach(this::consumer);
    unknown(path.own(), path, EventPath::unknownOwn);
  }

  private void relay() {
    seconds("rebound.relay.lag", this, it -> it.relayLag())
        .description("The age of the oldest event that Kafka has not acknowledged")
        .register(meters);
    Gauge.builder("rebound.relay.unsent", database, DatabaseWatch::unsent)
        .description("How many events Kafka has not acknowledged, counted up to 100000")
        .register(meters);
    Gauge.builder("rebound.relay.active", path, it -> it.relay().active() ? 1 : 0)
        .description("1 where this process is the one that relays")
        .register(meters);
  }

  /**
   * The relay knows what it is sending. Where another process relays or none does, and of what the
   * gate holds back, only the database knows.
   */
  private double relayLag() {
    double sending = path.relay().lag().toMillis() / 1000.0;
    double unsent = database.unsentAge();
    return Double.isNaN(unsent) ? sending : Math.max(sending, unsent);
  }

  private void database() {
    seconds("rebound.database.oldest.transaction", database, DatabaseWatch::oldestTransaction)
        .description("The age of the oldest transaction that the service's role may see")
        .register(meters);
    seconds("rebound.database.horizon.age", database, DatabaseWatch::horizonAge)
        .description("How long the oldest transaction of the cluster has held the horizon")
        .register(meters);
  }

  private void keys() {
    FunctionCounter.builder("rebound.keys.lookups", keys, it -> it.lookups().hits())
        .description("Keys that were asked for")
        .tag("result", "hit")
        .register(meters);
    FunctionCounter.builder("rebound.keys.lookups", keys, it -> it.lookups().misses())
        .description("Keys that were asked for")
        .tag("result", "miss")
        .register(meters);
  }

  private void handler(Delivery delivery) {
    String handler = delivery.handler();
    for (Topic topic : delivery.topics()) {
      seconds(
              "rebound.handler.progress.age",
              delivery,
              it -> Duration.between(it.lastProgress(topic), Instant.now()).toMillis() / 1000.0)
          .description(
              "How long ago the handler got something of a topic done, or had nothing left")
          .tag("handler", handler)
          .tag("topic", topic.address())
          .register(meters);
    }
    FunctionCounter.builder("rebound.handler.events", delivery, it -> it.work().events())
        .description("Events that the handler was given and has")
        .tag("handler", handler)
        .register(meters);
    FunctionTimer.builder(
            "rebound.handler.batch",
            delivery,
            it -> it.work().batches(),
            it -> it.work().busy().toNanos(),
            TimeUnit.NANOSECONDS)
        .description("Batches that the handler was given, and how long they took")
        .tag("handler", handler)
        .register(meters);
    if (delivery.topics().contains(path.own())) {
      Gauge.builder("rebound.handler.lag", database, it -> it.behind(handler))
          .description("The service's own events that the handler does not have, up to 100000")
          .tag("handler", handler)
          .register(meters);
    }
    Gauge.builder("rebound.parked.streams", database, it -> it.parked(handler))
        .description("Streams that wait because the handler could not take an event of theirs")
        .tag("handler", handler)
        .register(meters);
  }

  private void consumer(TopicConsumer consumer) {
    String topic = consumer.topic().address();
    Gauge.builder("rebound.consumer.lag", watch, it -> it.lag(topic))
        .description("Records that wait in the partitions which this process reads, or nobody")
        .tag("topic", topic)
        .register(meters);
    unknown(consumer.topic(), consumer, TopicConsumer::unknown);
  }

  private <T> void unknown(Topic topic, T of, ToDoubleFunction<T> events) {
    FunctionCounter.builder("rebound.unknown.events", of, events)
        .description("Events of a type that this build does not know, passed over")
        .tag("topic", topic.address())
        .register(meters);
  }

  private static <T> TimeGauge.Builder<T> seconds(String name, T of, ToDoubleFunction<T> seconds) {
    return TimeGauge.builder(name, of, TimeUnit.SECONDS, seconds);
  }
}
