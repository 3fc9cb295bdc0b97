package dev.rebound.chassis.events;

import dev.rebound.delivery.Reaction.Surroundings;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Objects;
import java.util.function.Supplier;

/** Runs a reaction on a Vert.x context of its own, which Hibernate Reactive needs. */
final class EventLoop implements Surroundings {

  private final Vertx vertx;

  EventLoop(Vertx vertx) {
    this.vertx = vertx;
  }

  @Override
  public Uni<Void> run(Supplier<Uni<Void>> work) {
    return Uni.createFrom()
        .emitter(emitter -> {
          Context context =
              Objects.requireNonNull(
                  VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
          VertxContextSafetyToggle.setContextSafe(context, true);
          context.runOnContext(now ->
              Uni.createFrom()
                  .deferred(work::get)
                  .subscribe()
                  .with(emitter::complete, emitter::fail));
        });
  }
}
