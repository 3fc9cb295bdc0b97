package dev.rebound.application.webhooks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that was read.
 *
 * @param names what a repeat is known by, at least one; the first can be forged by nobody who
 *     cannot sign
 * @param at when what it says happened, by the vendor's clock; null where that is not told. The
 *     same for every repeat
 * @param endedAt when the application ended that it tells of, as far as the vendor tells that apart
 */
record Received(
    List<String> names, Reported what, @Nullable Instant at, @Nullable Instant endedAt) {

  /** One that tells of what has just happened. */
  Received(List<String> names, Reported what, @Nullable Instant at) {
    this(names, what, at, at);
  }

  Received {
    names = List.copyOf(names);
  }
}
