package dev.rebound.eventstore;

/**
 * Where a stream will be once all that this process has put on its way to the database is durable.
 * It ends when nothing is on its way any more, or something of it was not written: what comes then
 * begins with what is stored.
 *
 * <p>Whoever goes on from it holds its monitor from looking until the append is on its way.
 */
final class StreamTail<S> {

  private S state;
  private int version;
  private int onTheirWay;
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
    onTheirWay++;
  }

  /** An append has arrived; whether the tail ends with it. */
  synchronized boolean endsWith(boolean written) {
    onTheirWay--;
    ended |= !written || onTheirWay == 0;
    return ended;
  }
}
