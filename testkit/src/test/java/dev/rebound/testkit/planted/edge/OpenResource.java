package dev.rebound.testkit.planted.edge;

import dev.rebound.testkit.planted.circle.one.First;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;

/** Breaks three rules: its route is undeclared, it waits for a Uni, and it knows a neighbour. */
final class OpenResource {

  @GET
  String get() {
    return Uni.createFrom().item(new First().toString()).await().indefinitely();
  }
}
