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
 */
record Received(List<String> names, Reported what, @Nullable Instant at) {

  Received {
    names = List.copyOf(names);
  }
}
