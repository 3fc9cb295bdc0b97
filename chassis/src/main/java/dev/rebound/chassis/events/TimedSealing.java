package dev.rebound.chassis.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.events.ReboundEvent;
import dev.rebound.sealing.Sealing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** A sealing whose calls are timed: whatever one call seals or opens, and the wait for its keys. */
final class TimedSealing implements Sealing {

  private final Sealing sealing;
  private final Timer sealingTime;
  private final Timer openingTime;

  TimedSealing(Sealing sealing, MeterRegistry meters) {
    this.sealing = sealing;
    this.sealingTime = timer(meters, "seal");
    this.openingTime = timer(meters, "open");
  }

  private static Timer timer(MeterRegistry meters, String operation) {
    return Timer.builder("rebound.sealing")
        .description("How long a call took that seals or opens, the wait for keys included")
        .tag("operation", operation)
        .register(meters);
  }

  @Override
  public Uni<ObjectNode> seal(ReboundEvent event, String place) {
    return timed(sealingTime, () -> sealing.seal(event, place));
  }

  @Override
  public <T> Uni<List<Optional<T>>> sealEach(
      List<Unsealed> events, Function<ObjectNode, T> finish) {
    return timed(sealingTime, () -> sealing.sealEach(events, finish));
  }

  @Override
  public Uni<List<ObjectNode>> open(List<Placed> sealed) {
    return timed(openingTime, () -> sealing.open(sealed));
  }

  @Override
  public Uni<byte[]> seal(UUID subject, byte[] clear, String place) {
    return timed(sealingTime, () -> sealing.seal(subject, clear, place));
  }

  @Override
  public Uni<Optional<byte[]>> open(UUID subject, byte[] sealed, String place) {
    return timed(openingTime, () -> sealing.open(subject, sealed, place));
  }

  @Override
  public Uni<List<Optional<byte[]>>> sealAll(List<Clear> batch) {
    return timed(sealingTime, () -> sealing.sealAll(batch));
  }

  @Override
  public Uni<List<Optional<byte[]>>> openAll(List<Sealed> batch) {
    return timed(openingTime, () -> sealing.openAll(batch));
  }

  @Override
  public UUID pseudonym(String email) {
    return sealing.pseudonym(email);
  }

  @Override
  public UUID pseudonym(String kind, String name) {
    return sealing.pseudonym(kind, name);
  }

  private static <T> Uni<T> timed(Timer timer, Supplier<Uni<T>> call) {
    return Uni.createFrom()
        .deferred(() -> {
          long begun = System.nanoTime();
          return call.get()
              .invoke(done -> timer.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS));
        });
  }
}
