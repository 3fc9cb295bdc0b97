package dev.rebound.delivery;

import dev.rebound.delivery.Delivered.Bad;
import dev.rebound.delivery.Delivered.Good;
import dev.rebound.delivery.Delivered.Reason;
import dev.rebound.delivery.Delivered.Unknown;
import dev.rebound.delivery.Delivery.Source;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.StreamId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows while they are folded, and how far their streams are; the same judgement as a plan's. */
final class FoldPass<K, R> {

  private final RowFold<K, R> fold;
  private final int limit;
  private final Map<K, R> rows = new HashMap<>();
  private final Map<StreamId, Integer> versions = new HashMap<>();
  private final Map<StreamId, Parked> parked = new HashMap<>();
  private long taken;

  /** A pass that has room for so many rows. */
  FoldPass(RowFold<K, R> fold, int limit) {
    this.fold = fold;
    this.limit = limit;
  }

  /** A stream that waits: where the first event of it stands that cannot be taken, and why. */
  record Parked(Source source, Bad first) {}

  /** The rows do not fit; the pass is to be begun anew, with fewer candidates. */
  static final class TooManyRows extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyRows() {
      super("too many rows", null, false, false);
    }
  }

  /** Folds a batch of a source, in order per candidate within it. */
  void take(Source source, List<Delivered> batch) {
    for (Delivered delivered : batch) {
      StreamId stream = delivered.stream();
      if (stream != null && !parked.containsKey(stream)) {
        take(source, stream, delivered);
      }
    }
    if (rows.size() > limit) {
      throw new TooManyRows();
    }
    taken += batch.size();
  }

  private void take(Source source, StreamId stream, Delivered delivered) {
    switch (delivered) {
      case Good good when isNew(stream, good.event().version()) -> fold(source, stream, good);
      case Unknown unknown when isNew(stream, unknown.version()) ->
          versions.put(stream, unknown.version());
      case Bad bad -> parked.put(stream, new Parked(source, bad));
      case Good _, Unknown _ -> {
        // It came before.
      }
    }
  }

  private boolean isNew(StreamId stream, int version) {
    return version > versions.getOrDefault(stream, 0);
  }

  private void fold(Source source, StreamId stream, Good good) {
    StoredEvent event = good.event();
    try {
      K row = fold.row(event);
      if (row != null) {
        rows.put(row, fold.evolve(rows.get(row), event));
      }
      versions.put(stream, event.version());
    } catch (RuntimeException failed) {
      parked.put(stream, new Parked(source, good.spoiled(Reason.HANDLER_FAILED)));
    }
  }

  /** How many events it was given and kept. */
  long taken() {
    return taken;
  }

  /** The rows. */
  Map<K, R> rows() {
    return rows;
  }

  /** The version each stream is at. */
  Map<StreamId, Integer> versions() {
    return versions;
  }

  /** The streams that wait. */
  Map<StreamId, Parked> parked() {
    return parked;
  }
}
