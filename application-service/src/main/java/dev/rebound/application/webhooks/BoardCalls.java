package dev.rebound.application.webhooks;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.eventstore.EventStore.IdempotencyKey;
import dev.rebound.sealing.Sealing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Carries out what a board says itself, as if a vendor's delivery had said it. */
@ApplicationScoped
class BoardCalls {

  /** In the place of a vendor. */
  private static final String ITSELF = "board";

  private static final byte[] NOTHING = {};

  private final ReportedChanges changes;
  private final Sealing sealing;

  /** Wired by the container. */
  @Inject
  BoardCalls(ReportedChanges changes, Sealing sealing) {
    this.changes = changes;
    this.sealing = sealing;
  }

  /**
   * Carries out a call; ends when it is durable. No time is told with it: it is about what holds
   * now, and the clocks of vendors do not overtake it. Each call has a name of its own, since the
   * same may be meant once more later: what became of it tells a repeat.
   */
  Uni<Outcome> take(String board, Reported what) {
    UUID caller = sealing.pseudonym("calls of a board", board);
    IdempotencyKey key = new IdempotencyKey(caller, UuidCreator.getTimeOrderedEpoch().toString());
    return changes.apply(new Origin(board, ITSELF, key, Signatures.sha256(NOTHING)), what);
  }
}
