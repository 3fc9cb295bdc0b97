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
 * @param endedAt when the application ended that it tells of, by the same clock; what happened may
 *     have been a change of something else since. Null where that is not told
 */
record Origin(
    String board,
    String provider,
    IdempotencyKey key,
    byte[] hash,
    @Nullable Instant at,
    @Nullable Instant endedAt) {

  /** One that is not told when it happened. */
  Origin(String board, String provider, IdempotencyKey key, byte[] hash) {
    this(board, provider, key, hash, null, null);
  }

  /**
   * The same for a second command, which takes back what was overtaken while it was carried out.
   */
  Origin overtaken() {
    IdempotencyKey second = new IdempotencyKey(key.caller(), key.key() + " overtaken");
    return new Origin(board, provider, second, hash, at, endedAt);
  }
}
