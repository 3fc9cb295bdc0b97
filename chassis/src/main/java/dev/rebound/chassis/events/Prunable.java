package dev.rebound.chassis.events;

import io.smallrye.mutiny.Uni;

/** Keeps something for a time; {@link Housekeeping} has every bean of this kind forget it. */
public interface Prunable {

  /** Forgets what is too old to matter. */
  Uni<Void> prune();
}
