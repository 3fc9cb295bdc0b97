package dev.rebound.delivery;

/** How many hashes to fold at a time, by what came of those that were folded or did not fit. */
final class ShareWidth {

  private static final double MOST = 0.875;

  private int hashes;

  /** As many for a beginning. */
  ShareWidth(int hashes) {
    this.hashes = hashes;
  }

  /** As many as are to be tried next. */
  int hashes() {
    return hashes;
  }

  /**
   * What this share came to did not fit.
   *
   * @return false where it cannot be divided any further
   */
  boolean narrow(Share share) {
    hashes = Math.max(1, share.width() / 2);
    return share.width() > 1;
  }

  /** This share took so much of the room; the next ones are to take most of it. */
  void fit(Share share, long held, long room) {
    double fitting = share.width() * MOST * room / Math.max(1, held);
    // By steps: after one heavy candidate it is wide again soon, and no light one makes it too
    // wide.
    hashes = (int) Math.clamp(fitting, hashes, Math.min(Share.ALL, 2 * hashes));
  }
}
