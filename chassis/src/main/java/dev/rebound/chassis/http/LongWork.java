package dev.rebound.chassis.http;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/**
 * Work that is too long for an event loop: done by a worker, and answered on the request's own
 * context, where its caller and its headers are known.
 */
public final class LongWork {

  private LongWork() {}

  /** What the work comes to; begins when it is subscribed to. */
  public static <T> Uni<T> of(Supplier<T> work) {
    return Uni.createFrom()
        .deferred(() -> {
          Context context = Vertx.currentContext();
          return context == null
              ? Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
              : Uni.createFrom()
                  .completionStage(context.executeBlocking(work::get, false).toCompletionStage());
        });
  }
}
