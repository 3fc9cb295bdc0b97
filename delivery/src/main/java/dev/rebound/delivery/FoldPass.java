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

/**
 * Rows while they are folded, and how far their streams are; the same judgement as a plan's. What
 * it holds is weighed, and bounded.
 */
final class FoldPass<K extends Comparable<? super K>, R> {

  /** About what a row takes besides its own weight: its name, and its place among the others. */
  private static final int ROW_BYTES = 100;

  /** About what it takes to know how far a stream is, or that it waits. */
  private static final int STREAM_BYTES = 150;

  private final RowFold<K, R> fold;
  private final long room;
  private final Map<K, Weighed<R>> rows = new HashMap<>();
  private final Map<StreamId, Integer> versions = new HashMap<>();
  private final Map<StreamId, Parked> parked = new HashMap<>();
  private long held;
  private long taken;

  /** A pass that has room for so many bytes. */
  FoldPass(RowFold<K, R> fold, long room) {
    this.fold = fold;
    this.room = room;
  }

  /** A row, and about how many bytes it takes. */
  record Weighed<R>(R row, long bytes) {}

  /** A stream that waits: where the first event of it stands that cannot be taken, and why. */
  record Parked(Source source, Bad first) {}

  /** It does not fit; the pass is to be begun anew, with fewer candidates. */
  static final class OutOfRoom extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutOfRoom() {
      super("out of room", null, false, false);
    }
  }

  /**
   * Folds a batch of a source, in order per candidate within it.
   *
   * @throws OutOfRoom where more is held than there is room for
   */
  void take(Source source, List<Delivered> batch) {
    for (Delivered delivered : batch) {
      StreamId stream = delivered.stream();
      if (stream != null && !parked.containsKey(stream)) {
        take(source, stream, delivered);
        if (held > room) {
          throw new OutOfRoom();
        }
      }
    }
    taken += batch.size();
  }

  private void take(Source source, StreamId stream, Delivered delivered) {
    switch (delivered) {
      case Good good when isNew(stream, good.event().version()) -> fold(source, stream, good);
      case Unknown unknown when isNew(stream, unknown.version()) -> note(stream, unknown.version());
      case Bad bad -> park(source, stream, bad);
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
      K name = fold.row(event);
      if (name != null) {
        keep(name, event);
      }
      note(stream, event.version());
    } catch (RuntimeException failed) {
      park(source, stream, good.spoiled(Reason.HANDLER_FAILED));
    }
  }

  private void keep(K name, StoredEvent event) {
    Weighed<R> before = rows.get(name);
    R row = fold.evolve(before == null ? null : before.row(), event);
    Weighed<R> after = new Weighed<>(row, ROW_BYTES + fold.weight(row));
    rows.put(name, after);
    held += after.bytes() - (before == null ? 0 : before.bytes());
  }

  private void note(StreamId stream, int version) {
    if (versions.put(stream, version) == null) {
      held += STREAM_BYTES;
    }
  }

  private void park(Source source, StreamId stream, Bad first) {
    parked.put(stream, new Parked(source, first));
    held += STREAM_BYTES;
  }

  /** About how many bytes it holds. */
  long held() {
    return held;
  }

  /** How many events it was given and kept. */
  long taken() {
    return taken;
  }

  /** The rows. */
  Map<K, Weighed<R>> rows() {
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
