package dev.rebound.testkit.planted.edge;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.ws.rs.GET;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Breaks rules: its route is undeclared, it waits in four ways, and it knows a framework. */
final class OpenResource {

  @GET
  String get() {
    return Uni.createFrom().item("something").await().indefinitely();
  }

  int database(Pool pool) {
    return pool.query("select 1").executeAndAwait().rowCount();
  }

  String future(CompletableFuture<String> future) throws InterruptedException {
    TimeUnit.SECONDS.sleep(1);
    return future.join();
  }
}
