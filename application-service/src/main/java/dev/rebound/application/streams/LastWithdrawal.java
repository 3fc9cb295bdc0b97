package dev.rebound.application.streams;

import dev.rebound.events.ApplicationEvent.ApplicationWithdrawn;
import dev.rebound.eventstore.EventStore.StreamSlice;
import dev.rebound.eventstore.StoredEvent;
import java.util.Optional;

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
    return last(application).map(it -> it.metadata().board() != null).orElse(false);
  }

  /** Whether the candidate told of it; false where the application was never withdrawn. */
  public static boolean isOfCandidate(StreamSlice application) {
    return last(application).map(it -> it.metadata().board() == null).orElse(false);
  }

  private static Optional<StoredEvent> last(StreamSlice application) {
    return application.events().reversed().stream()
        .filter(it -> it.event() instanceof ApplicationWithdrawn)
        .findFirst();
  }
}
