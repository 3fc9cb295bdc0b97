package dev.rebound.chassis.events;

import dev.rebound.events.ApplicationEvent;
import dev.rebound.events.EventType;
import dev.rebound.events.FeedbackEvent;
import dev.rebound.events.InsightsEvent;
import dev.rebound.events.ReboundEvent;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.EventStore.NewEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Counts events as they become durable, by type; and hands them to what a service counts besides.
 * Every type of the service's topic is there from the start, so that the first is seen as a change.
 */
@Singleton
public final class AppendedMetrics {

  private final Map<EventType, Counter> counters = new EnumMap<>(EventType.class);
  private final List<Counting> others;

  /** Wired by the container. */
  @Inject
  public AppendedMetrics(
      @ConfigProperty(name = "rebound.topic") Topic own,
      MeterRegistry meters,
      @All List<Counting> others) {
    this.others = others;
    for (EventType type : EventType.values()) {
      if (events(own).isAssignableFrom(type.record())) {
        counters.put(
            type,
            Counter.builder("rebound.events.appended")
                .description("Events that became durable")
                .tag("type", type.eventName())
                .register(meters));
      }
    }
  }

  private static Class<? extends ReboundEvent> events(Topic topic) {
    return switch (topic) {
      case APPLICATIONS -> ApplicationEvent.class;
      case FEEDBACK -> FeedbackEvent.class;
      case INSIGHTS -> InsightsEvent.class;
    };
  }

  /** What else a service counts of its events. */
  @FunctionalInterface
  public interface Counting {

    /** An event is durable; told once of each by the process that wrote it. Must be quick. */
    void count(ReboundEvent event);
  }

  void count(List<NewEvent> events) {
    for (NewEvent fresh : events) {
      Counter counter = counters.get(EventType.of(fresh.event()));
      if (counter != null) {
        counter.increment();
      }
      others.forEach(other -> other.count(fresh.event()));
    }
  }
}
