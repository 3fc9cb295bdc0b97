package dev.rebound.delivery;

import dev.rebound.delivery.Delivered.Reason;
import dev.rebound.eventstore.StreamId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The streams that wait because a handler could not take one of their events. An operator looks at
 * them and asks for their release, which {@link Release} carries out.
 */
public final class ParkedStreams {

  private static final String LIST =
      """
      select handler, stream, reason, since, release_asked_at from parked_stream
      where handler = any($1) and (handler, stream) > ($2, $3)
      order by handler, stream
      limit $4
      """;

  private static final String COUNT =
      "select handler, count(*) as streams from parked_stream group by handler";

  private static final String ASK =
      """
      update parked_stream set release_asked_at = now(), pass_over = $3
      where handler = $1 and ($2::text[] is null or stream = any($2)) and source is not null
      """;

  private static final String ANYTHING_ASKED =
      "select exists (select from parked_stream where release_asked_at is not null) as asked";

  private static final String ASKED =
      """
      select stream, partition, position, pass_over from parked_stream
      where handler = $1 and source = $2 and release_asked_at is not null
      """;

  private static final String PARK_AGAIN =
      """
      update parked_stream
      set reason = $3, since = now(), partition = $4, position = $5, release_asked_at = null,
        pass_over = false
      where handler = $1 and stream = $2
      """;

  private static final String TAKE_OUT =
      "delete from parked_stream where handler = $1 and stream = any($2)";

  private final Pool pool;
  private final String[] handlers;

  /** The streams that wait for one of these handlers, in the pool's database. */
  public ParkedStreams(Pool pool, Collection<String> handlers) {
    this.pool = pool;
    this.handlers = handlers.toArray(String[]::new);
  }

  /**
   * A stream that waits.
   *
   * @param reason the name of a {@link Reason}
   * @param since when it was parked, or parked again
   * @param releaseAskedAt since when it is to be released; null where nobody has asked
   */
  public record Parked(
      String handler,
      String stream,
      String reason,
      Instant since,
      @Nullable Instant releaseAskedAt) {}

  /**
   * Some of the streams that wait, by handler and stream.
   *
   * @param handler the only one to look at, or null for all
   * @param after handler and stream of the last one seen; empty texts for the beginning
   * @param limit how many at most
   */
  public Uni<List<Parked>> list(
      @Nullable String handler, Map.Entry<String, String> after, int limit) {
    String[] asked = handler == null ? handlers : new String[] {handler};
    return pool.preparedQuery(LIST)
        .execute(Tuple.of(asked, after.getKey(), after.getValue(), limit))
        .map(rows -> {
          List<Parked> found = new ArrayList<>(rows.rowCount());
          for (Row row : rows) {
            found.add(parked(row));
          }
          return found;
        });
  }

  /** How many streams wait for each handler; one that none waits for counts 0. */
  public Uni<Map<String, Long>> count() {
    return pool.query(COUNT)
        .execute()
        .map(rows -> {
          Map<String, Long> counts = new HashMap<>();
          for (String handler : handlers) {
            counts.put(handler, 0L);
          }
          for (Row row : rows) {
            counts.computeIfPresent(
                row.getString("handler"), (handler, none) -> row.getLong("streams"));
          }
          return counts;
        });
  }

  /**
   * Asks that streams be released; it is done soon, by one process of the service.
   *
   * @param streams which of those that wait for the handler, or null for all
   * @param passOver whether records that cannot be read are left out; else each parks its stream
   *     again, since it will never be readable
   * @return how many are to be released now
   */
  public Uni<Integer> askForRelease(
      String handler, @Nullable Collection<String> streams, boolean passOver) {
    String @Nullable [] named = streams == null ? null : streams.toArray(String[]::new);
    return pool.preparedQuery(ASK)
        .execute(Tuple.of(handler, named, passOver))
        .map(rows -> rows.rowCount());
  }

  /**
   * Where a stream's first event stands that was held back.
   *
   * @param passOver whether what cannot be read is left out
   */
  record Place(int partition, long position, boolean passOver) {}

  /** Whether any stream is to be released; quick. */
  static Uni<Boolean> isAnythingAsked(SqlClient client) {
    return client
        .query(ANYTHING_ASKED)
        .execute()
        .map(rows -> rows.iterator().next().getBoolean("asked"));
  }

  /** The streams that are to be released. */
  static Uni<Map<StreamId, Place>> asked(SqlClient client, String handler, String source) {
    return client
        .preparedQuery(ASKED)
        .execute(Tuple.of(handler, source))
        .map(rows -> {
          Map<StreamId, Place> asked = new HashMap<>();
          for (Row row : rows) {
            asked.put(
                StreamId.parse(row.getString("stream")),
                new Place(
                    row.getInteger("partition"),
                    row.getLong("position"),
                    row.getBoolean("pass_over")));
          }
          return asked;
        });
  }

  /** It failed again: it waits until somebody asks anew. */
  static Uni<Void> parkAgain(SqlClient client, String handler, StreamId stream, Delivered.Bad at) {
    return client
        .preparedQuery(PARK_AGAIN)
        .execute(
            Tuple.of(
                handler, stream.toString(), at.reason().name(), at.partition(), at.at().position()))
        .replaceWithVoid();
  }

  /** They wait no longer. */
  static Uni<Void> takeOut(SqlClient client, String handler, Set<StreamId> streams) {
    return client
        .preparedQuery(TAKE_OUT)
        .execute(Tuple.of(handler, streams.stream().map(StreamId::toString).toArray(String[]::new)))
        .replaceWithVoid();
  }

  private static Parked parked(Row row) {
    var asked = row.getOffsetDateTime("release_asked_at");
    return new Parked(
        row.getString("handler"),
        row.getString("stream"),
        row.getString("reason"),
        row.getOffsetDateTime("since").toInstant(),
        asked == null ? null : asked.toInstant());
  }
}
