package dev.rebound.delivery;

import dev.rebound.events.Topic;
import dev.rebound.eventstore.StoredEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A read model that is folded from events.
 *
 * <p>Its tables are named without a schema in its SQL, so that a rebuild can run the same code on
 * empty tables beside the live ones. Applying the same events in the same order to empty tables
 * must always give the same rows. Order holds per candidate within one topic only; a projection of
 * several topics must come to the same rows whichever topic is ahead.
 */
public interface Projection {

  /** The name its watermark is kept under; never changed once it is live. */
  String name();

  /** The topics whose events it takes; the service's own reach it without Kafka. */
  Set<Topic> topics();

  /** The tables it writes, all of them, and none that another projection writes. */
  List<String> tables();

  /**
   * Writes the effect of a batch.
   *
   * @param transaction the one that also moves the watermark; to be used one statement at a time
   * @param batch at least one event, in order per candidate, each given once
   */
  Uni<Void> apply(SqlConnection transaction, List<StoredEvent> batch);

  /** The columns that are sealed: the same words have other bytes each time. */
  default List<SealedColumn> sealed() {
    return List.of();
  }

  /**
   * How a rebuild may fold its rows in memory, many times faster than it applies batches; empty
   * where it cannot. Both ways must come to the same rows.
   */
  default Optional<RowFold<?, ?>> fold() {
    return Optional.empty();
  }

  /**
   * What a reader made of the words behind a sealed value, text by text, under names that a rebuild
   * finds again. Empty where nobody read any, or where the value does not say.
   *
   * @param opened the value in clear
   */
  default Map<String, ReadText> texts(SealedColumn column, byte[] opened) {
    return Map.of();
  }

  /**
   * A sealed column of a table.
   *
   * @param subject the column that names whose key it is sealed under
   * @param place the SQL of the place that it is bound to, out of the row's columns
   */
  record SealedColumn(String table, String column, String subject, String place) {}
}
