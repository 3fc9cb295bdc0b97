package dev.rebound.events;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Lifts the JSON of an older version of an event to the newest one, step by step, before it is
 * bound to its record.
 *
 * <p>Every type is at version 1 so far, so there is no step yet. A step is added here, one case a
 * type and version, together with the golden file of the version that it lifts.
 */
public final class Upcasting {

  private Upcasting() {}

  /**
   * The event's JSON in the newest version.
   *
   * @param version the version it was written in, at most {@link EventType#version()}
   */
  public static ObjectNode lift(EventType type, int version, ObjectNode json) {
    if (version < 1 || version > type.version()) {
      throw new IllegalArgumentException(type.eventName() + " has no version " + version);
    }
    return json;
  }
}
