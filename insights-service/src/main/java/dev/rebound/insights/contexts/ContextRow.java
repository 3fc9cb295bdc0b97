package dev.rebound.insights.contexts;

import dev.rebound.eventstore.StoredEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row in clear.
 *
 * @param revision how many events are in it
 * @param asOf when the last of them happened
 */
record ContextRow(Facts facts, long revision, Instant asOf) {

  /** The row with one more event; the same where that changes nothing. */
  static ContextRow evolve(@Nullable ContextRow row, StoredEvent event, Folding folding) {
    Facts facts = folding.evolve(row == null ? null : row.facts(), event);
    return row != null && facts == row.facts()
        ? row
        : new ContextRow(facts, row == null ? 1 : row.revision() + 1, latest(row, event));
  }

  private static Instant latest(@Nullable ContextRow row, StoredEvent event) {
    Instant time = event.metadata().time();
    return row == null || row.asOf().isBefore(time) ? time : row.asOf();
  }
}
