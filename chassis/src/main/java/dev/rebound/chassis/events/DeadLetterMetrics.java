package dev.rebound.chassis.events;

import dev.rebound.delivery.DeadLetters;
import dev.rebound.delivery.Delivered.Reason;
import dev.rebound.events.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;

/**
 * Counts dead letters by topic and reason. Every pair is there from the start, so that the first
 * letter is seen as a change.
 */
@Singleton
public final class DeadLetterMetrics implements DeadLetters.OnTopic.Told {

  private final Map<Topic, Map<Reason, Counter>> counters = new EnumMap<>(Topic.class);

  /** Wired by the container. */
  @Inject
  public DeadLetterMetrics(MeterRegistry meters) {
    for (Topic topic : Topic.values()) {
      Map<Reason, Counter> byReason = new EnumMap<>(Reason.class);
      for (Reason reason : Reason.values()) {
        byReason.put(
            reason,
            Counter.builder("rebound.dead.letters")
                .description("Events and records that could not be delivered to a handler")
                .tag("topic", topic.address())
                .tag("reason", reason.name())
                .register(meters));
      }
      counters.put(topic, byReason);
    }
  }

  @Override
  public void sent(Topic topic, Reason reason) {
    Map<Reason, Counter> byReason = counters.get(topic);
    Counter counter = byReason == null ? null : byReason.get(reason);
    if (counter != null) {
      counter.increment();
    }
  }
}
