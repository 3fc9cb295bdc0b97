package dev.rebound.eventstore;

/**
 * Where a stream will be once all that this process has put on its way to the database is durable.
 * It ends with the first append that was not written: what comes then begins with what is stored.
 *
 * <p>Whoever goes on from it holds its monitor from looking until the append is on its way.
 */
final class StreamTail<S> {

  private S state;
  private int version;
  private boolean ended;

  /** Begins where the stream is now. */
  StreamTail(S state, int version) {
    this.state = state;
    this.version = version;
  }

  synchronized S state() {
    return state;
  }

  synchronized int version() {
    return version;
  }

  synchronized boolean hasEnded() {
    return ended;
  }

  /** One more append is on its way, after which the stream will be there. */
  synchronized void goOn(S state, int version) {
    this.state = state;
    this.version = version;
  }

  /** An append was not written. */
  synchronized void end() {
    ended = true;
  }
}
