package dev.rebound.sealing;

/** A box does not open: it was changed, moved from its place, or closed with another key. */
public final class BrokenBox extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenBox() {
    super("a sealed box does not open at its place", null, false, false);
  }
}
