package dev.rebound.application.boards.outgoing;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.application.boards.BoardSecrets;
import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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

  private static final String ADD =
      """
      insert into board_subscription (id, board, url, types, secret, created_at)
      select $1::uuid, $2::text, $3::text, $4::text[], $5::bytea, $6::timestamptz
      where (select count(*) from board_subscription where board = $2::text) < $7
      on conflict (board, url) do nothing
      """;

  private static final String DISABLED =
      """
      select id from board_subscription
      where board = $1 and url = $2 and disabled_at is not null
      """;

  private static final String ENABLE =
      """
      update board_subscription
      set types = $3, secret = $4, former = null, former_until = null, disabled_at = null
      where board = $1 and id = $2 and disabled_at is not null
      returning created_at
      """;

  private static final String FOR_URL =
      """
      select id, types, created_at, secret from board_subscription
      where board = $1 and url = $2 and disabled_at is null
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
  private final BoardSecrets secrets;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  public Subscriptions(ScopedPool pool, BoardSecrets secrets, Clock clock) {
    this.pool = pool;
    this.secrets = secrets;
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
   * Adds one, or enables the one for that URL whose receiver was gone: what was to be sent to it
   * can be replayed then. Empty where the board has one for that URL, or as many as it may have.
   * Where it has one with this secret, an attempt before has made it, whose answer was lost.
   */
  Uni<Optional<Subscription>> add(String board, String url, List<NoticeType> types, String secret) {
    List<String> codes = types.stream().map(NoticeType::code).distinct().toList();
    return execute(board, DISABLED, Tuple.of(board, url))
        .chain(rows -> {
          for (Row row : rows) {
            return enable(board, row.getUUID("id"), url, codes, secret);
          }
          return insert(board, url, codes, secret);
        })
        .chain(made -> made.isPresent() ? Uni.createFrom().item(made) : before(board, url, secret));
  }

  /** The one for this URL, if this is its secret. */
  private Uni<Optional<Subscription>> before(String board, String url, String secret) {
    return execute(board, FOR_URL, Tuple.of(board, url))
        .chain(rows -> {
          for (Row row : rows) {
            UUID id = row.getUUID("id");
            Instant createdAt = row.getOffsetDateTime("created_at").toInstant();
            List<String> codes = List.of(row.getArrayOfStrings("types"));
            return secrets
                .open(board, row.getBuffer("secret").getBytes(), place(id))
                .map(kept ->
                    kept.equals(secret)
                        ? Optional.of(new Subscription(id, url, codes, createdAt, null, null))
                        : Optional.empty());
          }
          return Uni.createFrom().item(Optional.empty());
        });
  }

  private Uni<Optional<Subscription>> enable(
      String board, UUID id, String url, List<String> codes, String secret) {
    return executeSealed(
            board,
            id,
            secret,
            ENABLE,
            sealed -> Tuple.of(board, id, codes.toArray(String[]::new), sealed))
        .map(rows -> {
          for (Row row : rows) {
            Instant createdAt = row.getOffsetDateTime("created_at").toInstant();
            return Optional.of(new Subscription(id, url, codes, createdAt, null, null));
          }
          return Optional.empty();
        });
  }

  private Uni<Optional<Subscription>> insert(
      String board, String url, List<String> codes, String secret) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    // As exactly as it is kept, so that it is told alike each time.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return executeSealed(
            board,
            id,
            secret,
            ADD,
            sealed ->
                Tuple.from(
                    new Object[] {
                      id,
                      board,
                      url,
                      codes.toArray(String[]::new),
                      sealed,
                      now.atOffset(ZoneOffset.UTC),
                      (long) MOST
                    }))
        .map(rows ->
            rows.rowCount() == 1
                ? Optional.of(new Subscription(id, url, codes, now, null, null))
                : Optional.empty());
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

  /** With the secret as it is kept among the values. */
  private Uni<RowSet<Row>> executeSealed(
      String board, UUID id, String secret, String sql, Function<Buffer, Tuple> values) {
    return secrets
        .seal(board, secret, place(id))
        .flatMap(sealed -> execute(board, sql, values.apply(Buffer.buffer(sealed))));
  }

  private Uni<RowSet<Row>> execute(String board, String sql, Tuple values) {
    return pool.query(Scope.ofBoard(board), sql, values);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
