package dev.rebound.application.webhooks;

import dev.rebound.eventstore.EventStore.IdempotencyKey;

/**
 * What a command is carried out for.
 *
 * @param key names the delivery, so that it has one effect
 * @param hash of the body
 */
record Origin(String board, String provider, IdempotencyKey key, byte[] hash) {}
