package dev.rebound.delivery.simulation;

import dev.rebound.events.ApplicationEvent;
import dev.rebound.events.ApplicationEvent.StageReached;
import dev.rebound.events.StageKind;
import dev.rebound.eventstore.Decider;
import dev.rebound.eventstore.Decider.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists the orders that a stream's events come from, and lets it have {@value #MOST} events about.
 * Each event tells what its order was decided on, so that it can be seen whether that is what
 * stands before it.
 */
final class Listing implements Decider<Order, List<Integer>, ApplicationEvent, String> {

  static final int MOST = 7;

  private static final LocalDate DAY = LocalDate.of(2026, 3, 4);

  /**
   * An event of an order, which can be told by its note.
   *
   * @param before the orders it was decided on; null where it was sent without looking
   */
  static ApplicationEvent event(Order order, @Nullable List<Integer> before) {
    return new StageReached(
        order.stream().id(),
        order.candidate(),
        StageKind.RECRUITER_SCREEN,
        DAY,
        order.number() + " after " + (before == null ? "anything" : before));
  }

  /** The number of the order that led to an event. */
  static int order(ApplicationEvent event) {
    String note = note(event);
    return note == null ? -1 : Integer.parseInt(note.substring(0, note.indexOf(' ')));
  }

  /** Whether an event may stand behind those of these orders. */
  static boolean follows(ApplicationEvent event, List<Integer> before) {
    String note = note(event);
    return note != null && (note.endsWith(" after anything") || note.endsWith(" after " + before));
  }

  private static @Nullable String note(ApplicationEvent event) {
    return event instanceof StageReached reached ? reached.note() : null;
  }

  @Override
  public List<Integer> initial() {
    return List.of();
  }

  @Override
  public Decision<ApplicationEvent, String> decide(Order order, List<Integer> state) {
    return state.size() >= MOST
        ? Decision.refuse("full")
        : new Decision.Accepted<>(Collections.nCopies(order.events(), event(order, state)));
  }

  @Override
  public List<Integer> evolve(List<Integer> state, ApplicationEvent event) {
    List<Integer> after = new ArrayList<>(state);
    after.add(order(event));
    return List.copyOf(after);
  }
}
