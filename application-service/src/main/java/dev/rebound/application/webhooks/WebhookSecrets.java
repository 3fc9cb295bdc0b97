package dev.rebound.application.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rebound.application.boards.BoardSecrets;
import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import dev.rebound.sealing.Sealing;
import dev.rebound.sealing.Sealing.Sealed;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code webhook_secret}. Secrets are sealed under a key of their board's own, bound to
 * board and vendor, and opened for nothing but to verify with them. Those that were put together
 * are one row's, a line each: they come and go as one.
 */
@ApplicationScoped
class WebhookSecrets {

  /** So many may hold beside the first: some vendors make one for each webhook of a board. */
  static final int MOST_FURTHER = 7;

  /** How long the former secrets hold once there are others. */
  static final Duration FORMER_HOLDS = Duration.ofHours(24);

  /** So many former ones hold beside each other at most; each secret costs a delivery one HMAC. */
  private static final int MOST_FORMER = 4;

  private static final String FIND =
      """
      select held.sealed
        from webhook_secret secret
       cross join lateral (
             select secret.sealed, 'infinity'::timestamptz
              union all
             select sealed, ends
               from unnest(secret.former, secret.former_until) as former (sealed, ends)
             ) as held (sealed, ends)
       where secret.board = $1 and secret.provider = $2 and held.ends > $3
       order by held.ends desc
      """;

  private static final String FORMER =
      """
      array(select former.%s
              from unnest(known.former || known.sealed, known.former_until || $5::timestamptz)
                as former (sealed, ends)
             where former.ends > $4
             order by former.ends desc
             limit $6::int)
      """;

  private static final String PUT =
      """
      insert into webhook_secret as known (board, provider, sealed, changed_at)
      values ($1, $2, $3, $4)
      on conflict (board, provider) do update
      set former = %s,
          former_until = %s,
          sealed = excluded.sealed,
          changed_at = excluded.changed_at
      """
          .formatted(FORMER.formatted("sealed"), FORMER.formatted("ends"));

  private static final String DELETE =
      "delete from webhook_secret where board = $1 and provider = $2";

  private static final String LIST =
      """
      select provider, changed_at,
             (select max(ends) from unnest(former_until) as former (ends)
               where ends > $2) as former_until
        from webhook_secret
       where board = $1
       order by provider
      """;

  private final ScopedPool pool;
  private final Sealing sealing;
  private final BoardSecrets boards;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  WebhookSecrets(ScopedPool pool, Sealing sealing, BoardSecrets boards, Clock clock) {
    this.pool = pool;
    this.sealing = sealing;
    this.boards = boards;
    this.clock = clock;
  }

  /**
   * A vendor that a board has set up.
   *
   * @param formerUntil until when a former secret holds, where there is one that does
   */
  @Schema(name = "WebhookSetUp")
  public record SetUp(
      @NotNull String provider, @NotNull Instant changedAt, @Nullable Instant formerUntil) {}

  /**
   * The secrets that hold now, the newest first; none where the board has not set the vendor up.
   */
  Uni<List<String>> holding(String board, String provider) {
    return held(board, provider).map(held -> held.stream().flatMap(String::lines).toList());
  }

  private Uni<List<String>> held(String board, String provider) {
    UUID owner = owner(board);
    return pool.query(Scope.ofBoard(board), FIND, Tuple.of(board, provider, now()))
        .flatMap(rows -> {
          List<Sealed> sealed = new ArrayList<>();
          for (Row row : rows) {
            sealed.add(
                new Sealed(owner, row.getBuffer("sealed").getBytes(), place(board, provider)));
          }
          return sealed.isEmpty()
              ? Uni.createFrom().item(List.<Optional<byte[]>>of())
              : sealing.openAll(sealed);
        })
        .map(opened ->
            opened.stream().flatMap(Optional::stream).map(it -> new String(it, UTF_8)).toList());
  }

  /**
   * Puts the secrets that hold beside each other from now on; the same once more changes nothing,
   * so that a repeat ends no former ones.
   *
   * @param secrets 1 to 1 + {@link #MOST_FURTHER}, none with a line break
   */
  Uni<Void> put(String board, String provider, List<String> secrets) {
    String lines = String.join("\n", secrets);
    return held(board, provider)
        .flatMap(held ->
            !held.isEmpty() && isSame(held.getFirst(), lines)
                ? Uni.createFrom().voidItem()
                : write(board, provider, lines));
  }

  private Uni<Void> write(String board, String provider, String lines) {
    return sealing
        .seal(owner(board), lines.getBytes(UTF_8), place(board, provider))
        .flatMap(sealed ->
            pool.query(
                Scope.ofBoard(board),
                PUT,
                Tuple.of(
                    board,
                    provider,
                    Buffer.buffer(sealed),
                    now(),
                    now().plus(FORMER_HOLDS),
                    MOST_FORMER)))
        .replaceWithVoid();
  }

  /** Ends all secrets of a vendor at once; there may be none. */
  Uni<Void> end(String board, String provider) {
    return pool.query(Scope.ofBoard(board), DELETE, Tuple.of(board, provider)).replaceWithVoid();
  }

  /** What a board has set up. */
  Uni<List<SetUp>> of(String board) {
    return pool.query(Scope.ofBoard(board), LIST, Tuple.of(board, now()))
        .map(rows -> {
          List<SetUp> all = new ArrayList<>();
          for (Row row : rows) {
            OffsetDateTime former = row.getOffsetDateTime("former_until");
            all.add(
                new SetUp(
                    row.getString("provider"),
                    row.getOffsetDateTime("changed_at").toInstant(),
                    former == null ? null : former.toInstant()));
          }
          return all;
        });
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }

  private UUID owner(String board) {
    return boards.holder(board);
  }

  private static String place(String board, String provider) {
    return "webhook_secret/" + provider + "/" + board;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
