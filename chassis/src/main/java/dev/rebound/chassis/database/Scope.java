package dev.rebound.chassis.database;

import dev.rebound.delivery.AllBoards;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows a piece of work is about. The policies of the tables that belong to boards show the
 * rows of a transaction's scope and no others, whatever its statements ask for; one without a scope
 * sees nothing.
 *
 * <p>The settings by which a transaction knows its scope are {@code rebound.board}, {@code
 * rebound.persons} (an array of ids, where persons look into a table as well) and {@code
 * rebound.all_boards}. They end with the transaction.
 *
 * @param board the board's name, empty for none
 * @param persons the ids of persons as PostgreSQL writes an array, {@code {}} for none
 * @param allBoards {@code on} for every row there is, else empty
 */
public record Scope(String board, String persons, String allBoards) {

  private static final String NOBODY = "{}";

  /** The service's own work, which is about all boards: projections, reactions, couriers. */
  public static final Scope ALL_BOARDS = new Scope("", NOBODY, "on");

  private static final String OPEN =
      """
      select set_config('rebound.board', $1, true), set_config('rebound.persons', $2, true),
        set_config('%s', $3, true)
      """
          .formatted(AllBoards.SETTING);

  /**
   * One board's rows; nothing where the name is blank, which is no board.
   *
   * @param board its name, as the token has it, or as whoever calls without one says
   */
  public static Scope ofBoard(String board) {
    return new Scope(board.isBlank() ? "" : board, NOBODY, "");
  }

  /** The rows of one person, whichever board they came by. */
  public static Scope ofPerson(UUID person) {
    return of(null, person);
  }

  /**
   * What a caller sees who is of a board, or a person, or both; nothing for one who is neither.
   *
   * @param board whose member the caller is
   * @param persons the ids under which the caller's own rows are kept
   */
  public static Scope of(@Nullable String board, @Nullable UUID... persons) {
    String ids =
        Arrays.stream(persons)
            .filter(Objects::nonNull)
            .map(Objects::toString)
            .collect(Collectors.joining(",", "{", "}"));
    return new Scope(board == null ? "" : board, ids, "");
  }

  /** Opens it for the rest of a transaction. */
  Uni<Void> in(SqlClient transaction) {
    return transaction
        .preparedQuery(OPEN)
        .execute(Tuple.of(board, persons, allBoards))
        .replaceWithVoid();
  }
}
