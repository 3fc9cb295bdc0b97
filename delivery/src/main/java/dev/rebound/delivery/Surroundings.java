package dev.rebound.delivery;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Where reactions run, such as a Vert.x context of their own that Hibernate Reactive needs. */
@FunctionalInterface
public interface Surroundings {

  /** Calls and subscribes there. */
  Uni<Void> run(Supplier<Uni<Void>> work);

  /** On the thread that calls. */
  static Surroundings none() {
    return work -> Uni.createFrom().deferred(work::get);
  }
}
