package dev.rebound.delivery;

import dev.rebound.events.Topic;

/**
 * Where events come from.
 *
 * @param name what the watermarks are kept under
 * @param topic the topic they are published on
 */
public record Source(String name, Topic topic) {

  private static final String OWN = "own";

  /** The service's own event table. */
  static Source own(Topic topic) {
    return new Source(OWN, topic);
  }

  /** Whether it is the service's own event table. */
  boolean isOwn() {
    return name.equals(OWN);
  }

  /** A topic on the broker. */
  static Source of(Topic topic) {
    return new Source(topic.address(), topic);
  }
}
