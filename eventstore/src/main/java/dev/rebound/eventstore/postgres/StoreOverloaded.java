package dev.rebound.eventstore.postgres;

/** Too many appends wait already; the caller may try again in a moment. */
public final class StoreOverloaded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreOverloaded() {
    super("too many appends wait", null, false, false);
  }
}
