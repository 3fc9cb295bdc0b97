package dev.rebound.application.boards.outgoing;

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
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes the secrets of subscriptions. */
@ApplicationScoped
public class Rotation {

  /** How long the former secret signs as well: time enough to take the new one into use. */
  static final Duration BOTH_SIGN = Duration.ofHours(24);

  private static final String SECRET =
      "select secret, former, former_until from board_subscription where board = $1 and id = $2";

  /** Only on top of the one that was looked at: somebody else may have changed it since. */
  private static final String ROTATE =
      """
      update board_subscription set former = secret, former_until = $4, secret = $3
      where board = $1 and id = $2 and secret = $5
      """;

  private final ScopedPool pool;
  private final BoardSecrets secrets;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  public Rotation(ScopedPool pool, BoardSecrets secrets, Clock clock) {
    this.pool = pool;
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * A secret, shown this once.
   *
   * @param formerUntil how long the former one signs as well
   */
  public record Rotated(String secret, Instant formerUntil) {}

  /**
   * Gives a subscription a new secret; empty where the board has none of this id.
   *
   * <p>The secret follows from the one before and the request. So it is seen where an attempt
   * before has changed it already, whose answer was lost: a second change would end the secret that
   * the receiver knows. A request that comes once more later, with another secret in force or when
   * the former signs no more, is a new one.
   *
   * @param request what names the request, null where nothing does
   */
  Uni<Optional<Rotated>> rotate(String board, UUID id, @Nullable String request) {
    return execute(board, SECRET, Tuple.of(board, id))
        .chain(rows -> {
          for (Row row : rows) {
            return rotate(board, id, request, row);
          }
          return Uni.createFrom().item(Optional.empty());
        });
  }

  private Uni<Optional<Rotated>> rotate(
      String board, UUID id, @Nullable String request, Row found) {
    byte[] kept = found.getBuffer("secret").getBytes();
    Instant until = bothSignUntil(found);
    return open(board, id, kept)
        .chain(current ->
            request == null || until == null
                ? change(board, id, request, current, kept)
                : open(board, id, found.getBuffer("former").getBytes())
                    .chain(former ->
                        current.equals(next(request, former))
                            ? Uni.createFrom().item(Optional.of(new Rotated(current, until)))
                            : change(board, id, request, current, kept)));
  }

  private @Nullable Instant bothSignUntil(Row found) {
    OffsetDateTime until = found.getOffsetDateTime("former_until");
    return until != null && clock.instant().isBefore(until.toInstant()) ? until.toInstant() : null;
  }

  private Uni<Optional<Rotated>> change(
      String board, UUID id, @Nullable String request, String current, byte[] kept) {
    String secret = request == null ? Signing.freshSecret() : next(request, current);
    // As exactly as it is kept, so that it is told alike each time.
    Instant until = clock.instant().plus(BOTH_SIGN).truncatedTo(ChronoUnit.MICROS);
    return secrets
        .seal(board, secret, Subscriptions.place(id))
        .chain(sealed ->
            execute(
                board,
                ROTATE,
                Tuple.of(
                    board,
                    id,
                    Buffer.buffer(sealed),
                    until.atOffset(ZoneOffset.UTC),
                    Buffer.buffer(kept))))
        .chain(rows ->
            rows.rowCount() == 1
                ? Uni.createFrom().item(Optional.of(new Rotated(secret, until)))
                : rotate(board, id, request));
  }

  private String next(String request, String former) {
    return Signing.secret(secrets.following(request + "\n" + former));
  }

  private Uni<String> open(String board, UUID id, byte[] sealed) {
    return secrets.open(board, sealed, Subscriptions.place(id));
  }

  private Uni<RowSet<Row>> execute(String board, String sql, Tuple values) {
    return pool.query(Scope.ofBoard(board), sql, values);
  }
}
