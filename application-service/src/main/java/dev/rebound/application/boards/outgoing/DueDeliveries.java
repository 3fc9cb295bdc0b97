package dev.rebound.application.boards.outgoing;

import dev.rebound.application.boards.outgoing.DeliveryBodies.Kept;
import dev.rebound.application.boards.outgoing.RetrySchedule.Verdict;
import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be sent: claimed when it is due, settled, forgotten. */
@ApplicationScoped
public class DueDeliveries {

  /** How many of one subscription are claimed at a time. */
  static final int OF_ONE = 4;

  /** How long the log goes back. */
  private static final Duration KEPT = Duration.ofDays(30);

  /** How long it goes back on erasures that the board knows of: they name who is forgotten. */
  private static final Duration KEPT_OF_ERASED = Duration.ofDays(1);

  private static final String FORGET =
      """
      delete from board_delivery
      where created_at < $1 or type = $2 and status = 'DELIVERED' and last_at < $3
      """;

  /**
   * Whoever claims a row moves it out of everybody else's reach for longer than a call may last. A
   * subscription whose receiver is slow keeps no other waiting: it is left out while it has its
   * share of calls under way.
   */
  private static final String CLAIM =
      """
      with claimed as materialized (
        select due.id, s.url, s.secret, s.former, s.former_until
        from board_subscription as s
        cross join lateral (
          select w.id from board_delivery as w
          where w.subscription = s.id and w.due_at <= $1::timestamptz
          order by w.due_at limit $2
          for update skip locked) as due
        where s.disabled_at is null and s.id <> all($3::uuid[])
        limit $4)
      update board_delivery as d
      set attempts = d.attempts + 1, due_at = $1::timestamptz + interval '2 minutes'
      from claimed
      where d.id = claimed.id
      returning d.id, d.board, d.subscription, d.candidate, d.body, d.attempts,
        claimed.url, claimed.secret, claimed.former, claimed.former_until
      """;

  /** Where another call was told meanwhile that the receiver is gone, this one does not go on. */
  private static final String SETTLE =
      """
      update board_delivery as d
      set status = case
            when s.disabled_at is null or $4::timestamptz is null then $3::text else 'FAILED' end,
          due_at = case when s.disabled_at is null then $4::timestamptz end,
          last_at = $5, last_status = $6, last_problem = $7
      from board_subscription as s
      where d.board = $1 and d.id = $2 and s.id = d.subscription
      """;

  private static final String DROP = "delete from board_delivery where board = $1 and id = $2";

  /** The receiver wants nothing any more: what waited for it ends as well. */
  private static final String DISABLE =
      """
      with gone as (
        update board_subscription set disabled_at = $3
        where board = $1 and id = $2 and disabled_at is null
        returning id)
      update board_delivery set status = 'FAILED', due_at = null
      where board = $1 and subscription in (select id from gone) and due_at is not null
      """;

  private final ScopedPool pool;

  /** Wired by the container. */
  @Inject
  public DueDeliveries(ScopedPool pool) {
    this.pool = pool;
  }

  /**
   * A delivery to be sent now.
   *
   * @param attempts how many there were, this one included
   */
  record Claimed(
      UUID id,
      String board,
      UUID subscription,
      Kept body,
      int attempts,
      String url,
      byte[] secret,
      byte @Nullable [] former,
      @Nullable Instant formerUntil) {}

  /**
   * Claims some that are due.
   *
   * @param busy subscriptions that have their share under way
   */
  Uni<List<Claimed>> claim(Instant now, Collection<UUID> busy, int most) {
    return execute(CLAIM, Tuple.of(utc(now), OF_ONE, busy.toArray(UUID[]::new), most))
        .map(rows -> {
          List<Claimed> claimed = new ArrayList<>();
          for (Row row : rows) {
            claimed.add(claimed(row));
          }
          return claimed;
        });
  }

  private static Claimed claimed(Row row) {
    Buffer former = row.getBuffer("former");
    OffsetDateTime until = row.getOffsetDateTime("former_until");
    return new Claimed(
        row.getUUID("id"),
        row.getString("board"),
        row.getUUID("subscription"),
        Kept.of(row),
        row.getInteger("attempts"),
        row.getString("url"),
        row.getBuffer("secret").getBytes(),
        former == null ? null : former.getBytes(),
        until == null ? null : until.toInstant());
  }

  /** Notes how a call ended and what follows from it. */
  Uni<Void> settle(Claimed claimed, CallResult result, Verdict verdict, Instant now) {
    Uni<Void> noted =
        execute(
                SETTLE,
                Tuple.of(
                        claimed.board(),
                        claimed.id(),
                        status(verdict),
                        verdict instanceof Verdict.Again(Instant at) ? utc(at) : null,
                        utc(now))
                    .addValue(result.status())
                    .addValue(result.problem() == null ? null : result.problem().name()))
            .replaceWithVoid();
    return verdict instanceof Verdict.Gone
        ? noted.chain(() ->
            execute(DISABLE, Tuple.of(claimed.board(), claimed.subscription(), utc(now)))
                .replaceWithVoid())
        : noted;
  }

  private static String status(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Taken _ -> "DELIVERED";
      case Verdict.Again _ -> "PENDING";
      case Verdict.GivenUp _, Verdict.Gone _ -> "FAILED";
    };
  }

  /** Takes away what can be sent no more, since the person it tells of is erased. */
  Uni<Void> drop(Claimed claimed) {
    return execute(DROP, Tuple.of(claimed.board(), claimed.id())).replaceWithVoid();
  }

  /** Forgets what is old; nothing is tried for half as long. */
  Uni<Void> forget(Instant now) {
    return execute(
            FORGET,
            Tuple.of(
                utc(now.minus(KEPT)),
                NoticeType.SUBJECT_ERASED.code(),
                utc(now.minus(KEPT_OF_ERASED))))
        .replaceWithVoid();
  }

  private Uni<RowSet<Row>> execute(String sql, Tuple values) {
    return pool.query(Scope.ALL_BOARDS, sql, values);
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
