package dev.rebound.delivery;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.UUID;

/** Tells whether this service's read models hold an event yet, so that writers read their own. */
public interface AppliedEvents {

  /** True as soon as the event is applied here, false when the limit passes first. */
  Uni<Boolean> await(UUID eventId, Duration limit);
}
