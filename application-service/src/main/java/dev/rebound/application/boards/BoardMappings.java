package dev.rebound.application.boards;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import dev.rebound.events.EventJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables {@code board_mapping} and {@code unmapped_stage}. Nothing in them tells of a person.
 */
@ApplicationScoped
public class BoardMappings {

  /** How many names without a meaning are kept for a board; a vendor may send any number. */
  private static final int MOST_UNMAPPED = 200;

  private static final String FIND = "select mapping::text from board_mapping where board = $1";

  private static final String PUT =
      """
      insert into board_mapping (board, mapping, changed_at) values ($1, $2::text::jsonb, $3)
      on conflict (board) do update
      set mapping = excluded.mapping, changed_at = excluded.changed_at
      """;

  private static final String NOTE_UNMAPPED =
      """
      insert into unmapped_stage (board, name, seen_at)
      select $1, $2, $3
       where (select count(*) from unmapped_stage where board = $1) < $4
      on conflict (board, name) do update set seen_at = excluded.seen_at
      """;

  private static final String UNMAPPED =
      "select name from unmapped_stage where board = $1 order by name";

  private final ScopedPool pool;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  public BoardMappings(ScopedPool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** What a board's names mean. */
  public Uni<Mapping> of(String board) {
    return pool.query(Scope.ofBoard(board), FIND, Tuple.of(board))
        .map(rows ->
            rows.size() == 0 ? Mapping.NONE : read(rows.iterator().next().getString("mapping")));
  }

  /** Puts the whole of it. */
  Uni<Void> put(String board, Mapping mapping) {
    return pool.query(
            Scope.ofBoard(board),
            PUT,
            Tuple.of(board, written(mapping), clock.instant().atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  /** Keeps the name of a stage that is in no table. */
  public Uni<Void> noteUnmapped(String board, String name) {
    return pool.query(
            Scope.ofBoard(board),
            NOTE_UNMAPPED,
            Tuple.of(board, name, clock.instant().atOffset(ZoneOffset.UTC), (long) MOST_UNMAPPED))
        .replaceWithVoid();
  }

  /** The names of stages that came and were in no table then. */
  Uni<List<String>> unmapped(String board) {
    return pool.query(Scope.ofBoard(board), UNMAPPED, Tuple.of(board))
        .map(rows -> {
          List<String> names = new ArrayList<>();
          for (Row row : rows) {
            names.add(row.getString("name"));
          }
          return names;
        });
  }

  private static Mapping read(String json) {
    try {
      return EventJson.mapper().readValue(json, Mapping.class);
    } catch (JsonProcessingException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String written(Mapping mapping) {
    try {
      return EventJson.mapper().writeValueAsString(mapping);
    } catch (JsonProcessingException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
