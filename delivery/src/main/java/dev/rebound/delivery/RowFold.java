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
 * @param <K> what names a row
 * @param <R> a row in clear
 */
public interface RowFold<K, R> {

  /** The row an event belongs to; null where it belongs to none. */
  @Nullable K row(StoredEvent event);

  /**
   * The row with one more event.
   *
   * @param before null where there is no row yet
   */
  R evolve(@Nullable R before, StoredEvent event);

  /** The table's columns, in the order they are written in. */
  List<String> columns();

  /** Writes rows, except of who is erased. */
  Uni<Void> write(Map<K, R> rows, CopyRows into);
}
