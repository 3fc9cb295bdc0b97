package dev.rebound.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.ReboundEvent;
import dev.rebound.eventstore.Decider;
import dev.rebound.eventstore.Decider.Decision;
import java.util.ArrayList;
import java.util.List;

/**
 * A specification of a write model: given these events, when this command, then these events or
 * this refusal.
 *
 * <pre>{@code
 * specification(new JobApplicationDecider())
 *     .given(submitted)
 *     .when(reject)
 *     .then(rejected);
 * }</pre>
 */
public final class DeciderSpecification<C, S, E extends ReboundEvent, R> {

  private final Decider<C, S, E, R> decider;
  private final List<E> history = new ArrayList<>();

  private DeciderSpecification(Decider<C, S, E, R> decider) {
    this.decider = decider;
  }

  /** A specification of this write model, with no history yet. */
  public static <C, S, E extends ReboundEvent, R> DeciderSpecification<C, S, E, R> specification(
      Decider<C, S, E, R> decider) {
    return new DeciderSpecification<>(decider);
  }

  /** What happened before, oldest first. */
  @SafeVarargs
  public final DeciderSpecification<C, S, E, R> given(E... events) {
    history.addAll(List.of(events));
    return this;
  }

  /** The one command that is specified. */
  public Outcome<E, R, S> when(C command) {
    S state = decider.initial();
    for (E event : history) {
      state = decider.evolve(state, event);
    }
    Decision<E, R> decision = decider.decide(command, state);
    if (decision instanceof Decision.Accepted<E, R>(List<E> events)) {
      for (E event : events) {
        state = decider.evolve(state, event);
      }
    }
    return new Outcome<>(decision, state);
  }

  /** What the command led to. */
  public static final class Outcome<E, R, S> {

    private final Decision<E, R> decision;
    private final S state;

    private Outcome(Decision<E, R> decision, S state) {
      this.decision = decision;
      this.state = state;
    }

    /** Exactly these events follow. */
    @SafeVarargs
    public final Outcome<E, R, S> then(E... events) {
      assertThat(decision).isEqualTo(new Decision.Accepted<E, R>(List.of(events)));
      return this;
    }

    /** It holds, and nothing is left to do. */
    public Outcome<E, R, S> thenNothing() {
      assertThat(decision).isEqualTo(new Decision.Accepted<E, R>(List.of()));
      return this;
    }

    /** It is refused for exactly this reason. */
    public void thenRefused(R reason) {
      assertThat(decision).isEqualTo(new Decision.Refused<E, R>(reason));
    }

    /** The state that comes of it. */
    public S state() {
      return state;
    }
  }
}
