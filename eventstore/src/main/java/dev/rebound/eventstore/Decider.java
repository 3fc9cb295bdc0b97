package dev.rebound.eventstore;

import dev.rebound.events.ReboundEvent;
import java.util.List;

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

  /** What a decider answers to a command. */
  sealed interface Decision<E, R> {

    /** The command holds, and these events follow from it. */
    record Accepted<E, R>(List<E> events) implements Decision<E, R> {
      public Accepted {
        events = List.copyOf(events);
      }
    }

    /** The command does not hold, for this reason. */
    record Refused<E, R>(R reason) implements Decision<E, R> {}

    /** Accepts with these events. */
    @SafeVarargs
    static <E, R> Decision<E, R> accept(E... events) {
      return new Accepted<>(List.of(events));
    }

    /** Refuses for this reason. */
    static <E, R> Decision<E, R> refuse(R reason) {
      return new Refused<>(reason);
    }
  }
}
