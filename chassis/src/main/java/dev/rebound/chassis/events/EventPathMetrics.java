package dev.rebound.chassis.events;

import dev.rebound.delivery.Delivery;
import dev.rebound.delivery.TopicConsumer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.Liveness;

/** Figures for operators: how far the relay is behind, and what was given up. */
@ApplicationScoped
public class EventPathMetrics {

  private final EventPath path;
  private final EventWatch watch;
  private final MeterRegistry meters;

  /** Wired by the container. */
  @Inject
  public EventPathMetrics(EventPath path, @Liveness EventWatch watch, MeterRegistry meters) {
    this.path = path;
    this.watch = watch;
    this.meters = meters;
  }

  void register(@Observes StartupEvent started) {
    TimeGauge.builder(
            "rebound.relay.lag",
            path,
            TimeUnit.MILLISECONDS,
            it -> (double) it.relay().lag().toMillis())
        .description("The age of the oldest event that Kafka has not acknowledged")
        .register(meters);
    meters.gauge("rebound.relay.active", path, it -> it.relay().active() ? 1 : 0);
    meters.gauge("rebound.dead.letters", path, EventPath::deadLetters);
    meters.gauge("rebound.consumer.lag", watch, EventWatch::lag);
    for (Delivery delivery : path.deliveries()) {
      meters.gauge(
          "rebound.handler.progress.age",
          Tags.of("handler", delivery.handler()),
          delivery,
          it -> Duration.between(it.lastProgress(), Instant.now()).toMillis() / 1000.0);
    }
    for (TopicConsumer consumer : path.consumers()) {
      meters.gauge(
          "rebound.unknown.events",
          Tags.of("topic", consumer.topic().address()),
          consumer,
          TopicConsumer::unknown);
    }
  }
}
