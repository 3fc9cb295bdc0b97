package dev.rebound.application.streams;

import dev.rebound.events.ApplicationEvent.ApplicationWithdrawn;
import dev.rebound.eventstore.EventStore.StreamSlice;
import dev.rebound.eventstore.StoredEvent;

/** Who told that an application was withdrawn last. */
public final class LastWithdrawal {

  private LastWithdrawal() {}

  /**
   * Whether a board told of it. A candidate's own command comes through no board, so its event
   * names none.
   *
   * @return false where the application was never withdrawn
   */
  public static boolean isOfBoard(StreamSlice application) {
    for (StoredEvent stored : application.events().reversed()) {
      if (stored.event() instanceof ApplicationWithdrawn) {
        return stored.metadata().board() != null;
      }
    }
    return false;
  }

  /** Whether the candidate told of it; false where the application was never withdrawn. */
  public static boolean isOfCandidate(StreamSlice application) {
    return !isOfBoard(application)
        && application.events().stream()
            .anyMatch(stored -> stored.event() instanceof ApplicationWithdrawn);
  }
}
