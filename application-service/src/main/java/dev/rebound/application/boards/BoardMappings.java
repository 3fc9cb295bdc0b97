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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tables {@code board_mapping} and {@code unmapped_stage}. Nothing in them tells of a person.
 */
@ApplicationScoped
public class BoardMappings {

  /** How many names without a meaning are kept for a board; a vendor may send any number. */
  private static final int MOST_UNMAPPED = 200;

  private static final String FIND =
      "select mapping::text, version from board_mapping where board = $1";

  private static final String PUT =
      """
      insert into board_mapping as known (board, mapping, changed_at, version)
      select $1, $2::text::jsonb, $3, 1
       where $4::int is null or $4 = 0
          or exists (select from board_mapping where board = $1)
      on conflict (board) do update
         set mapping = excluded.mapping,
             changed_at = excluded.changed_at,
             version = known.version + 1
       where $4::int is null or known.version = $4
      returning version
      """;

  /** The new name is not among those that the second part sees. */
  private static final String NOTE_UNMAPPED =
      """
      with noted as (
        insert into unmapped_stage (board, name, seen_at) values ($1, $2, $3)
        on conflict (board, name) do update set seen_at = excluded.seen_at
      )
      delete from unmapped_stage
       where board = $1
         and name in (select name
                        from unmapped_stage
                       where board = $1 and name <> $2
                       order by seen_at desc, name
                      offset $4::bigint
                         for update skip locked)
      """;

  private static final String FORGET_MAPPED =
      "delete from unmapped_stage where board = $1 and name = any($2)";

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

  /**
   * A mapping as it stands.
   *
   * @param version how often it was put, 0 for never
   */
  record Current(Mapping mapping, int version) {}

  /** What a board's names mean. */
  public Uni<Mapping> of(String board) {
    return current(board).map(Current::mapping);
  }

  /** The same, with its version. */
  Uni<Current> current(String board) {
    return pool.query(Scope.ofBoard(board), FIND, Tuple.of(board))
        .map(rows -> {
          if (rows.size() == 0) {
            return new Current(Mapping.NONE, 0);
          }
          Row row = rows.iterator().next();
          return new Current(read(row.getString("mapping")), row.getInteger("version"));
        });
  }

  /**
   * Puts the whole of it, and forgets the names that have a meaning now.
   *
   * @param expected the version that whoever puts it has seen; null to put it whatever there is
   * @return as it stands then; empty where there is another version than expected
   */
  Uni<Optional<Current>> put(String board, Mapping mapping, @Nullable Integer expected) {
    return pool.query(
            Scope.ofBoard(board),
            PUT,
            Tuple.from(
                new @Nullable Object[] {
                  board, written(mapping), clock.instant().atOffset(ZoneOffset.UTC), expected
                }))
        .chain(rows -> {
          if (rows.size() == 0) {
            return Uni.createFrom().item(Optional.<Current>empty());
          }
          int version = rows.iterator().next().getInteger("version");
          return forgetMapped(board, mapping)
              .replaceWith(Optional.of(new Current(mapping, version)));
        });
  }

  private Uni<Void> forgetMapped(String board, Mapping mapping) {
    return noted(board)
        .chain(names -> {
          String[] mapped =
              names.stream().filter(name -> mapping.stage(name).isPresent()).toArray(String[]::new);
          return mapped.length == 0
              ? Uni.createFrom().voidItem()
              : pool.query(Scope.ofBoard(board), FORGET_MAPPED, Tuple.of(board, mapped))
                  .replaceWithVoid();
        });
  }

  /** Keeps the name of a stage that is in no table; the one that came longest ago gives way. */
  public Uni<Void> noteUnmapped(String board, String name) {
    return pool.query(
            Scope.ofBoard(board),
            NOTE_UNMAPPED,
            Tuple.of(
                board, name, clock.instant().atOffset(ZoneOffset.UTC), (long) MOST_UNMAPPED - 1))
        .replaceWithVoid();
  }

  /** The names of stages that came and are in no table. */
  Uni<List<String>> unmapped(String board, Mapping mapping) {
    return noted(board)
        .map(names -> names.stream().filter(name -> mapping.stage(name).isEmpty()).toList());
  }

  private Uni<List<String>> noted(String board) {
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
