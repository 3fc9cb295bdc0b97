package dev.rebound.delivery;

import dev.rebound.delivery.Delivered.Bad;
import dev.rebound.delivery.FoldPass.Parked;
import dev.rebound.eventstore.StreamId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Copies what a pass has folded into the new tables. */
final class FoldCopy implements AutoCloseable {

  /** How many rows are sealed and encoded at a time, and about how many bytes of them. */
  private static final int CHUNK = 1_000;

  private static final long CHUNK_BYTES = 4_000_000;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Connection connection;
  private final String handler;
  private final String table;
  private final String schema;

  /** On a connection of its own. */
  FoldCopy(DataSource copies, Projection live, ShadowTables shadow) throws SQLException {
    if (live.tables().size() != 1) {
      throw new IllegalArgumentException("what is folded is one table: " + live.tables());
    }
    this.handler = live.name();
    this.table = shadow.schema() + "." + live.tables().getFirst();
    this.schema = shadow.schema();
    this.connection = copies.getConnection();
  }

  /**
   * Writes the rows and the bookkeeping, each in order: what is read together stands on the same
   * pages then, and an index grows at its end and not all over.
   */
  <K extends Comparable<? super K>, R> void write(RowFold<K, R> fold, FoldPass<K, R> pass)
      throws SQLException, InterruptedException {
    copy(
        table,
        fold.columns(),
        pass.rows().entrySet().stream().sorted(Map.Entry.comparingByKey()).toList(),
        row -> row.getValue().bytes(),
        (rows, into) -> {
          Map<K, R> chunk = new LinkedHashMap<>();
          rows.forEach(row -> chunk.put(row.getKey(), row.getValue().row()));
          fold.write(chunk, into).await().atMost(LIMIT);
        });
    copy(
        schema + ".stream_progress",
        List.of("handler", "stream", "version"),
        pass.versions().entrySet().stream()
            .sorted(Comparator.comparing(stream -> stream.getKey().id()))
            .toList(),
        stream -> 0,
        (streams, into) ->
            streams.forEach(it ->
                into.row(3).text(handler).text(it.getKey().toString()).integer(it.getValue())));
    park(pass);
  }

  /** Few, and named by records of any key. */
  private void park(FoldPass<?, ?> pass) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into %s.parked_stream (handler, stream, reason, source, partition, position)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing
            """
                .formatted(schema))) {
      for (Map.Entry<StreamId, Parked> parked : pass.parked().entrySet()) {
        Bad first = parked.getValue().first();
        statement.setString(1, handler);
        statement.setString(2, parked.getKey().toString());
        statement.setString(3, first.reason().name());
        statement.setString(4, parked.getValue().source().name());
        statement.setInt(5, first.partition());
        statement.setLong(6, first.at().position());
        statement.executeUpdate();
      }
    }
  }

  private interface Encoding<T> {
    void write(List<T> rows, CopyRows into);
  }

  private <T> void copy(
      String target,
      List<String> columns,
      Iterable<T> rows,
      ToLongFunction<T> weight,
      Encoding<T> encoding)
      throws SQLException, InterruptedException {
    Iterator<T> left = rows.iterator();
    if (!left.hasNext()) {
      return;
    }
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(
                "copy %s (%s) from stdin (format binary)"
                    .formatted(target, String.join(", ", columns)));
    try {
      CopyRows into = new CopyRows();
      while (left.hasNext()) {
        List<T> chunk = new ArrayList<>();
        long bytes = 0;
        while (left.hasNext() && chunk.size() < CHUNK && bytes < CHUNK_BYTES) {
          T row = left.next();
          chunk.add(row);
          bytes += weight.applyAsLong(row);
        }
        encoding.write(chunk, into);
        write(copy, into.take());
      }
      write(copy, into.end().take());
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static void write(CopyIn copy, byte[] bytes) throws SQLException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    copy.writeToCopy(bytes, 0, bytes.length);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
