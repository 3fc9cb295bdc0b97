package dev.rebound.eventstore;

import dev.rebound.events.ReboundEvent;

/**
 * A write model: pure and synchronous. Time and ids come in with the command; the same command on
 * the same state always decides the same.
 *
 * @param <C> commands
 * @param <S> states
 * @param <E> events
 * @param <R> reasons for a refusal, as named values
 */
public interface Decider<C, S, E extends ReboundEvent, R> {

  /** The state of a stream that has no event yet. */
  S initial();

  /** What the command leads to in this state; no event at all means that nothing is left to do. */
  Decision<E, R> decide(C command, S state);

  /** The state after the event; total, since history is never refused. */
  S evolve(S state, E event);
}
