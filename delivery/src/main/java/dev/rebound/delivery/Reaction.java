package dev.rebound.delivery;

import dev.rebound.events.EventType;
import dev.rebound.events.Topic;
import dev.rebound.eventstore.StoredEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does something about an event, such as sending a command or an e-mail.
 *
 * <p>It may be given the same event again after a crash, so what it does carries ids derived from
 * the event's: doing it twice changes nothing.
 */
public interface Reaction {

  /** The name its watermark is kept under; never changed once it is live. */
  String name();

  /** The topics whose events it takes; the service's own reach it without Kafka. */
  Set<Topic> topics();

  /**
   * Whether it may have something to do about events of a type. All others are passed over, and the
   * service's own are not even opened for it.
   *
   * @param board the tenant that the event is of, null where it is of none
   */
  default boolean concerns(EventType type, @Nullable String board) {
    return true;
  }

  /**
   * Whether it is given the service's own events once more where they were brought back into an
   * event table that was lost: for whoever keeps tables that were lost with it, or promised what
   * must not be forgotten. A letter that was written is not to be written twice.
   */
  default boolean takesRestored() {
    return false;
  }

  /** How many events it is given together at most, and how many come to it again after a crash. */
  default int together() {
    return 64;
  }

  /**
   * Does for several events together what would cost a transaction for each: a board's list is a
   * thousand of them. It comes before {@link #on}, so for no event may it do what an earlier one of
   * the same candidate is to be reacted to first. It may be done in part and fail: {@link #on} is
   * given all of them then, and must find done what is.
   *
   * @param events as many as {@link #together} says at most, in order
   * @return the ids of those that nothing is left to do about; the others are given to {@link #on}
   */
  default Uni<Set<UUID>> onAll(List<StoredEvent> events) {
    return Uni.createFrom().item(Set.of());
  }

  /** Reacts, or answers at once where the event is none of its business. */
  Uni<Void> on(StoredEvent event);

  /** Where reactions run, such as a Vert.x context of their own that Hibernate Reactive needs. */
  @FunctionalInterface
  interface Surroundings {

    /** Calls and subscribes there. */
    Uni<Void> run(Supplier<Uni<Void>> work);

    /** On the thread that calls. */
    static Surroundings none() {
      return work -> Uni.createFrom().deferred(work::get);
    }
  }
}
