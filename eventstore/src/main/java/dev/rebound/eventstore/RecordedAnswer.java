package dev.rebound.eventstore;

/**
 * The answer to a request that named a key, kept with the events it led to.
 *
 * @param requestHash SHA-256 of the request, which tells a repeat from a reuse of the key
 * @param answer what was answered, in the edge's own format; stored sealed under the caller's key
 */
public record RecordedAnswer(IdempotencyKey key, byte[] requestHash, byte[] answer) {}
