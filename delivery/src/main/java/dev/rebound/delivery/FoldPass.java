package dev.rebound.delivery;

import dev.rebound.delivery.Delivered.Bad;
import dev.rebound.delivery.Delivered.Good;
import dev.rebound.delivery.Delivered.Reason;
import dev.rebound.delivery.Delivered.Unknown;
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
  private final Map<StreamId, Reason> parked = new HashMap<>();
  private long taken;

  /** A pass that has room for so many rows. */
  FoldPass(RowFold<K, R> fold, int limit) {
    this.fold = fold;
    this.limit = limit;
  }

  /** The rows do not fit; the pass is to be begun anew, with fewer candidates. */
  static final class TooManyRows extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyRows() {
      super("too many rows", null, false, false);
    }
  }

  /** Folds a batch, in order per candidate within a topic. */
  void take(List<Delivered> batch) {
    for (Delivered delivered : batch) {
      StreamId stream = delivered.stream();
      if (stream != null && !parked.containsKey(stream)) {
        take(stream, delivered);
      }
    }
    if (rows.size() > limit) {
      throw new TooManyRows();
    }
    taken += batch.size();
  }

  private void take(StreamId stream, Delivered delivered) {
    switch (delivered) {
      case Good good when isNew(stream, good.event().version()) -> fold(stream, good.event());
      case Unknown unknown when isNew(stream, unknown.version()) ->
          versions.put(stream, unknown.version());
      case Bad bad -> parked.put(stream, bad.reason());
      case Good _, Unknown _ -> {
        // It came before.
      }
    }
  }

  private boolean isNew(StreamId stream, int version) {
    return version > versions.getOrDefault(stream, 0);
  }

  private void fold(StreamId stream, StoredEvent event) {
    try {
      K row = fold.row(event);
      if (row != null) {
        rows.put(row, fold.evolve(rows.get(row), event));
      }
      versions.put(stream, event.version());
    } catch (RuntimeException failed) {
      parked.put(stream, Reason.HANDLER_FAILED);
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

  /** The streams that wait, and why. */
  Map<StreamId, Reason> parked() {
    return parked;
  }
}
