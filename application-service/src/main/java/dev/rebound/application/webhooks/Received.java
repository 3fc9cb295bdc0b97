package dev.rebound.application.webhooks;

import java.util.List;

/**
 * A delivery that was read.
 *
 * @param names what a repeat is known by, at least one; the first can be forged by nobody who
 *     cannot sign
 */
record Received(List<String> names, Reported what) {

  Received {
    names = List.copyOf(names);
  }
}
