package dev.rebound.eventstore;

import java.util.List;

/** What a decider answers to a command. */
public sealed interface Decision<E, R> {

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
