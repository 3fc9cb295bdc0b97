package dev.rebound.chassis.tracing;

import dev.rebound.delivery.tracing.Tracing;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether traces are recorded, and of how many requests. */
@ApplicationScoped
public class Recording {

  private static final String NAME = "dev.rebound";

  private final boolean disabled;
  private final Instance<OpenTelemetry> telemetry;

  /** Wired by the container. */
  @Inject
  public Recording(
      @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean disabled,
      Instance<OpenTelemetry> telemetry) {
    this.disabled = disabled;
    this.telemetry = telemetry;
  }

  /** What records; empty where nothing is recorded. */
  Optional<Tracer> tracer() {
    return disabled ? Optional.empty() : Optional.of(telemetry.get().getTracer(NAME));
  }

  @Produces
  @Singleton
  Tracing tracing() {
    return tracer().<Tracing>map(Spans::new).orElse(Tracing.OFF);
  }

  @Produces
  @Singleton
  Sampler sampler(@ConfigProperty(name = "quarkus.otel.traces.sampler.arg") double share) {
    return new LinkedSampler(share);
  }
}
