package dev.rebound.application.webhooks;

import dev.rebound.eventstore.EventStore.IdempotencyKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a command is carried out for.
 *
 * @param key names the delivery, so that it has one effect
 * @param hash of the body
 * @param at when it happened, by the vendor's clock, in microseconds; null where that is not told
 */
record Origin(
    String board, String provider, IdempotencyKey key, byte[] hash, @Nullable Instant at) {

  /** One that is not told when it happened. */
  Origin(String board, String provider, IdempotencyKey key, byte[] hash) {
    this(board, provider, key, hash, null);
  }
}
