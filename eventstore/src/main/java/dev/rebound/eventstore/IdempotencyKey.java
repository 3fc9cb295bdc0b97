package dev.rebound.eventstore;

import java.util.UUID;

/**
 * What a caller names one request by, so that sending it again does nothing again.
 *
 * @param caller whose key it is; the same text from two callers is two keys
 * @param key 16 to 128 characters, by the caller's choice
 */
public record IdempotencyKey(UUID caller, String key) {}
