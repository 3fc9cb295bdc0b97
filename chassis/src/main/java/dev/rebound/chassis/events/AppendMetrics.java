package dev.rebound.chassis.events;

import dev.rebound.eventstore.postgres.PostgresEventStore;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** What the append statements carry and take. */
@Singleton
public final class AppendMetrics implements PostgresEventStore.Flushes {

  private final Timer time;
  private final DistributionSummary batch;
  private final DistributionSummary queue;

  /** Wired by the container. */
  @Inject
  public AppendMetrics(MeterRegistry meters) {
    this.time =
        Timer.builder("rebound.append")
            .description("How long an append statement took, its commit included")
            .serviceLevelObjectives(
                LongStream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000)
                    .mapToObj(Duration::ofMillis)
                    .toArray(Duration[]::new))
            .register(meters);
    this.batch =
        DistributionSummary.builder("rebound.append.batch")
            .description("How many appends one statement carried")
            .serviceLevelObjectives(1, 2, 4, 8, 16, 32, 64, 128, 256)
            .register(meters);
    this.queue =
        DistributionSummary.builder("rebound.append.queue")
            .description("How many appends were left waiting when a statement was sent")
            .serviceLevelObjectives(1, 4, 16, 64, 256, 1_024, 4_096)
            .register(meters);
  }

  @Override
  public void flushed(int appends, int waiting, long nanos) {
    time.record(nanos, TimeUnit.NANOSECONDS);
    batch.record(appends);
    queue.record(waiting);
  }
}
