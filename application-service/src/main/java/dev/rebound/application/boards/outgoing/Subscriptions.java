package dev.rebound.application.boards.outgoing;

import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What boards want to be told, and where. */
@ApplicationScoped
public class Subscriptions {

  /** How many a board may have. */
  static final int MOST = 20;

  private static final String OF_BOARD =
      """
      select id, url, types, created_at, disabled_at, former_until
      from board_subscription where board = $1 order by created_at, id
      """;

  /** From then on nothing is written down for it, and nothing sent. */
  private static final String END =
      """
      update board_subscription set disabled_at = coalesce(disabled_at, $3)
      where board = $1 and id = $2
      """;

  /** One that was made again meanwhile stays, with what it is told since. */
  private static final String REMOVE =
      "delete from board_subscription where board = $1 and id = $2 and disabled_at is not null";

  private static final String LOG_OF_ENDED =
      """
      board = $1 and subscription = $2 and exists (
        select from board_subscription s where s.id = $2 and s.disabled_at is not null)
      """;

  private final ScopedPool pool;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  public Subscriptions(ScopedPool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * A subscription as its board sees it.
   *
   * @param formerSecretUntil how long the secret before the last rotation signs as well
   * @param disabledAt since when the receiver has said that it is gone; nothing is sent any more
   */
  public record Subscription(
      UUID id,
      String url,
      List<String> types,
      Instant createdAt,
      @Nullable Instant formerSecretUntil,
      @Nullable Instant disabledAt) {}

  /** A board's subscriptions, the oldest first. */
  Uni<List<Subscription>> of(String board) {
    return execute(board, OF_BOARD, Tuple.of(board))
        .map(rows -> {
          List<Subscription> all = new ArrayList<>();
          for (Row row : rows) {
            all.add(
                new Subscription(
                    row.getUUID("id"),
                    row.getString("url"),
                    List.of(row.getArrayOfStrings("types")),
                    row.getOffsetDateTime("created_at").toInstant(),
                    instant(row.getOffsetDateTime("former_until")),
                    instant(row.getOffsetDateTime("disabled_at"))));
          }
          return all;
        });
  }

  /**
   * Takes it away with its log, which may be long and goes first, in parts. Where that fails in
   * between, the subscription is left disabled and can be taken away again.
   *
   * @return whether there was one
   */
  Uni<Boolean> remove(String board, UUID id) {
    return execute(board, END, Tuple.of(board, id, clock.instant().atOffset(ZoneOffset.UTC)))
        .chain(ended ->
            ended.rowCount() == 0
                ? Uni.createFrom().item(false)
                : pool.prune(
                        Scope.ofBoard(board), "board_delivery", LOG_OF_ENDED, Tuple.of(board, id))
                    .chain(() -> execute(board, REMOVE, Tuple.of(board, id)))
                    .replaceWith(true));
  }

  /** What a subscription's secrets are bound to. */
  static String place(UUID id) {
    return "board_subscription/" + id;
  }

  private Uni<RowSet<Row>> execute(String board, String sql, Tuple values) {
    return pool.query(Scope.ofBoard(board), sql, values);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
