package dev.rebound.application.addresses;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Keeps things under an address until somebody has signed in with it. */
public interface AddressHolder {

  /**
   * Hands over what waits. Called with the first request of a candidate and again now and then, so
   * that what failed or came late is handed over the next time; it must do nothing twice.
   *
   * @param address the address's pseudonym
   * @param candidate who signed in with it
   */
  Uni<Void> handOver(UUID address, UUID candidate);
}
