package dev.rebound.delivery;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what a rebuild has read, and does something once it has begun to. */
class Read implements Rebuild.Watcher {

  private final AtomicLong events = new AtomicLong();
  private final AtomicBoolean begun = new AtomicBoolean();
  private final Runnable atTheBeginning;

  Read() {
    this(() -> {});
  }

  Read(Runnable atTheBeginning) {
    this.atTheBeginning = atTheBeginning;
  }

  long events() {
    return events.get();
  }

  @Override
  public void expects(long all) {
    // Nobody asks.
  }

  @Override
  public void read(long more) {
    events.addAndGet(more);
    if (begun.compareAndSet(false, true)) {
      atTheBeginning.run();
    }
  }

  @Override
  public void switched() {
    // Nobody asks.
  }
}
