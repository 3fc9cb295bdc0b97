package dev.rebound.application.webhooks;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts deliveries by vendor and what became of them. Every pair is there from the start, so that
 * the first is seen as a change.
 */
@ApplicationScoped
class WebhookMetrics {

  private final Map<String, Counter> counters = new HashMap<>();

  /** Wired by the container. */
  @Inject
  WebhookMetrics(Vendors vendors, MeterRegistry meters) {
    for (String provider : vendors.all().keySet()) {
      for (Outcome.Kind kind : Outcome.Kind.values()) {
        counters.put(
            provider + kind,
            Counter.builder("rebound.webhooks")
                .description("Deliveries of boards' vendors, by what became of them")
                .tag("provider", provider)
                .tag("outcome", kind.name())
                .register(meters));
      }
    }
  }

  /** Being told has this made, and with it its counters. */
  void start(@Observes StartupEvent started) {
    // Nothing more to do.
  }

  void count(String provider, Outcome.Kind kind) {
    Counter counter = counters.get(provider + kind);
    if (counter != null) {
      counter.increment();
    }
  }
}
