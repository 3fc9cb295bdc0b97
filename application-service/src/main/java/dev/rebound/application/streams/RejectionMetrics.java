package dev.rebound.application.streams;

import dev.rebound.chassis.events.AppendedMetrics.Counting;
import dev.rebound.events.ApplicationEvent.ApplicationRejected;
import dev.rebound.events.ReboundEvent;
import dev.rebound.events.RejectionSource;
import dev.rebound.events.StageKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Counts rejections by who reported them and by the stage they came at. */
@Singleton
public final class RejectionMetrics implements Counting {

  private final MeterRegistry meters;

  /** Wired by the container. */
  @Inject
  public RejectionMetrics(MeterRegistry meters) {
    this.meters = meters;
    for (RejectionSource source : RejectionSource.values()) {
      for (StageKind stage : StageKind.values()) {
        counter(source, stage);
      }
      counter(source, null);
    }
  }

  @Override
  public void count(ReboundEvent event) {
    if (event instanceof ApplicationRejected rejected) {
      counter(rejected.source(), rejected.stage()).increment();
    }
  }

  /** Made once for each pair; afterwards this only finds it. */
  private Counter counter(RejectionSource source, @Nullable StageKind stage) {
    return Counter.builder("rebound.rejections")
        .description("Rejections that were recorded")
        .tag("source", source.name())
        .tag("stage", stage == null ? "UNKNOWN" : stage.name())
        .register(meters);
  }
}
