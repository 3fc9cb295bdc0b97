package dev.rebound.chassis.http;

import dev.rebound.delivery.AppliedEvents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reading one's own writes: a read may name the event that it must include. */
@ApplicationScoped
public class Reads {

  /** How long a read waits for the event it names, by the API's word. */
  static final Duration LIMIT = Duration.ofSeconds(2);

  private final AppliedEvents applied;

  /** Wired by the container. */
  @Inject
  public Reads(AppliedEvents applied) {
    this.applied = applied;
  }

  /**
   * Reads once the event is part of what is read.
   *
   * @param event the value of {@code ?after=}, or null to read at once
   * @return the answer; fails with 503 where the event has not arrived in time
   */
  public <T> Uni<T> after(@Nullable UUID event, Supplier<Uni<T>> read) {
    return waiting(event, read).ifNoItem().after(Commands.LIMIT).fail();
  }

  private <T> Uni<T> waiting(@Nullable UUID event, Supplier<Uni<T>> read) {
    if (event == null) {
      return read.get();
    }
    return applied
        .await(event, LIMIT)
        .onItem()
        .transformToUni(arrived ->
            arrived
                ? read.get()
                : Uni.createFrom()
                    .failure(Problems.unavailable("That event has not arrived here yet.")));
  }
}
