package dev.rebound.eventstore.simulation;

import dev.rebound.events.ApplicationEvent;
import dev.rebound.events.ApplicationEvent.StageReached;
import dev.rebound.events.StageKind;
import dev.rebound.eventstore.Decider;
import dev.rebound.eventstore.Decision;
import java.time.LocalDate;
import java.util.Collections;

/** Counts a stream's events, and lets it have {@value #MOST} about. */
final class Counting implements Decider<Order, Integer, ApplicationEvent, String> {

  static final int MOST = 7;

  private static final LocalDate DAY = LocalDate.of(2026, 3, 4);

  /** An event of an order, which can be told by its note. */
  static ApplicationEvent event(Order order) {
    return new StageReached(
        order.stream().id(),
        order.candidate(),
        StageKind.RECRUITER_SCREEN,
        DAY,
        Integer.toString(order.number()));
  }

  /** The number of the order that led to an event. */
  static int order(ApplicationEvent event) {
    return event instanceof StageReached reached && reached.note() != null
        ? Integer.parseInt(reached.note())
        : -1;
  }

  @Override
  public Integer initial() {
    return 0;
  }

  @Override
  public Decision<ApplicationEvent, String> decide(Order order, Integer state) {
    return state >= MOST
        ? Decision.refuse("full")
        : new Decision.Accepted<>(Collections.nCopies(order.events(), event(order)));
  }

  @Override
  public Integer evolve(Integer state, ApplicationEvent event) {
    return state + 1;
  }
}
