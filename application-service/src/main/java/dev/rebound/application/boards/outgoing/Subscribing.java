package dev.rebound.application.boards.outgoing;

import static dev.rebound.application.boards.outgoing.Subscriptions.MOST;
import static dev.rebound.application.boards.outgoing.Subscriptions.place;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.application.boards.BoardSecrets;
import dev.rebound.application.boards.outgoing.Subscriptions.Subscription;
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
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes subscriptions, each with its secret. */
@ApplicationScoped
public class Subscribing {

  /** For as long as other answers are kept for a repeat. */
  private static final Duration REPEATED_WITHIN = Duration.ofHours(48);

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

  private static final String MADE_LATELY =
      """
      select id, types, created_at, secret from board_subscription
      where board = $1 and url = $2 and disabled_at is null and created_at > $3
      """;

  private final ScopedPool pool;
  private final BoardSecrets secrets;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  public Subscribing(ScopedPool pool, BoardSecrets secrets, Clock clock) {
    this.pool = pool;
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * A subscription that was just made.
   *
   * @param secret shown this once
   */
  record Added(Subscription subscription, String secret) {}

  /**
   * Adds one, or enables the one for that URL whose receiver was gone: what was to be sent to it
   * can be replayed then. Empty where the board has one for that URL, or as many as it may have.
   * Where the same request has made it lately, its answer was lost and is given again.
   *
   * @param request what names the request, null where nothing does
   */
  Uni<Optional<Added>> add(
      String board, String url, List<NoticeType> types, @Nullable String request) {
    List<String> codes = types.stream().map(NoticeType::code).distinct().toList();
    String secret =
        request == null
            ? Signing.freshSecret()
            : Signing.secret(secrets.following(request + "\n" + url));
    return execute(board, DISABLED, Tuple.of(board, url))
        .chain(rows -> {
          for (Row row : rows) {
            // Nothing of a former one holds again.
            return enable(board, row.getUUID("id"), url, codes, Signing.freshSecret());
          }
          return insert(board, url, codes, secret);
        })
        .chain(made -> made.isPresent() ? Uni.createFrom().item(made) : before(board, url, secret));
  }

  /** The one that was made for this URL lately, if this is its secret. */
  private Uni<Optional<Added>> before(String board, String url, String secret) {
    OffsetDateTime since = clock.instant().minus(REPEATED_WITHIN).atOffset(ZoneOffset.UTC);
    return execute(board, MADE_LATELY, Tuple.of(board, url, since))
        .chain(rows -> {
          for (Row row : rows) {
            UUID id = row.getUUID("id");
            Instant createdAt = row.getOffsetDateTime("created_at").toInstant();
            List<String> codes = List.of(row.getArrayOfStrings("types"));
            return secrets
                .open(board, row.getBuffer("secret").getBytes(), place(id))
                .map(kept ->
                    kept.equals(secret)
                        ? Optional.of(added(id, url, codes, createdAt, secret))
                        : Optional.empty());
          }
          return Uni.createFrom().item(Optional.empty());
        });
  }

  private static Added added(
      UUID id, String url, List<String> codes, Instant createdAt, String secret) {
    return new Added(new Subscription(id, url, codes, createdAt, null, null), secret);
  }

  private Uni<Optional<Added>> enable(
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
            return Optional.of(added(id, url, codes, createdAt, secret));
          }
          return Optional.empty();
        });
  }

  private Uni<Optional<Added>> insert(String board, String url, List<String> codes, String secret) {
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
                ? Optional.of(added(id, url, codes, now, secret))
                : Optional.empty());
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
}
