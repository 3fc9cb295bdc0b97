package dev.rebound.delivery;

import dev.rebound.eventstore.StoredEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A projection's fold without its database: a row comes of the events of one candidate alone.
 * Called by several threads.
 *
 * @param <K> what names a row; rows are copied in this order, so what is read together should stand
 *     together in it
 * @param <R> a row in clear
 */
public interface RowFold<K extends Comparable<? super K>, R> {

  /** What a text takes besides its letters. */
  int TEXT_BYTES = 48;

  /** The row an event belongs to; null where it belongs to none. */
  @Nullable K row(StoredEvent event);

  /**
   * The row with one more event.
   *
   * @param before null where there is no row yet; stays as it is
   */
  R evolve(@Nullable R before, StoredEvent event);

  /**
   * About how many bytes a row takes in memory, rather too many than too few, and always the same
   * for the same row. No more is held at a time than there is room for by this.
   */
  long weight(R row);

  /** What a text takes at most, as a part of a row's weight. */
  static long bytesOf(@Nullable String text) {
    return text == null ? 0 : TEXT_BYTES + 2L * text.length();
  }

  /** The table's columns, in the order they are written in. */
  List<String> columns();

  /** Writes rows in the order they are given in, except of who is erased. */
  Uni<Void> write(Map<K, R> rows, CopyRows into);
}
