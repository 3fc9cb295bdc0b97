package dev.rebound.eventstore;

import java.util.UUID;

/**
 * How a command ended.
 *
 * @param <S> states
 * @param <R> reasons for a refusal
 */
public sealed interface Handled<S, R> {

  /**
   * It holds and is durable.
   *
   * @param state the stream's state with it
   * @param version the stream's version with it
   * @param eventId the last event of the stream, which a reader may wait for
   */
  record Done<S, R>(S state, int version, UUID eventId) implements Handled<S, R> {}

  /** The write model refused it. */
  record Refused<S, R>(R reason) implements Handled<S, R> {}

  /** The stream is not at the version the caller named, or moved on under the caller's hands. */
  record Stale<S, R>() implements Handled<S, R> {}

  /** It is a repeat; this was the answer to the first. */
  record Replayed<S, R>(byte[] answer) implements Handled<S, R> {}

  /** The idempotency key was used for another request. */
  record KeyReused<S, R>() implements Handled<S, R> {}

  /** The first request with this key has not ended yet. */
  record StillRunning<S, R>() implements Handled<S, R> {}
}
