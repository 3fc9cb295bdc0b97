package dev.rebound.eventstore;

import dev.rebound.eventstore.Handled.Done;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a stream will be once all that this process has put on its way to the database is durable.
 * It ends with the first append that was not written: what comes then begins with what is stored.
 *
 * <p>Whoever goes on from it holds its monitor from looking until the append is on its way. Nothing
 * else takes the monitor: what is seen without it may be out of date a moment later, and no more.
 */
final class StreamTail<S> {

  private volatile S state;
  private volatile int version;
  private volatile @Nullable UUID last;
  private volatile boolean ended;

  /** Begins where the stream is now. */
  StreamTail(S state, int version, @Nullable UUID last) {
    this.state = state;
    this.version = version;
    this.last = last;
  }

  S state() {
    return state;
  }

  int version() {
    return version;
  }

  /** The event that has this version; null where there is none yet. */
  @Nullable UUID last() {
    return last;
  }

  boolean hasEnded() {
    return ended;
  }

  /** One more append is on its way, after which the stream will be there. */
  void goOn(Done<S, ?> next) {
    state = next.state();
    version = next.version();
    last = next.eventId();
  }

  /** An append was not written. */
  void end() {
    ended = true;
  }
}
