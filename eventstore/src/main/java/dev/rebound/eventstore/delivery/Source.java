package dev.rebound.eventstore.delivery;

import dev.rebound.events.Topic;

/**
 * Where events come from.
 *
 * @param name what the watermarks are kept under
 */
record Source(String name, Topic topic) {

  /** The service's own event table. */
  static Source own(Topic topic) {
    return new Source("own", topic);
  }

  /** A topic on the broker. */
  static Source of(Topic topic) {
    return new Source(topic.address(), topic);
  }
}
