package dev.rebound.eventstore;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.events.ReboundEvent;
import java.util.UUID;

/** An event about to be appended, with the id it will be known by. */
public record NewEvent(UUID id, ReboundEvent event) {

  /** Gives an event its id. */
  public static NewEvent of(ReboundEvent event) {
    return new NewEvent(UuidCreator.getTimeOrderedEpoch(), event);
  }
}
