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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be sent: claimed when it is due, settled, forgotten. */
@ApplicationScoped
public class DueDeliveries {

  /** How many calls of one subscription are under way at most. */
  static final int OF_ONE = 4;

  /** How many calls of one board are under way at most, however many subscriptions it has. */
  static final int OF_BOARD = 8;

  /** How long the log goes back. */
  static final Duration KEPT = Duration.ofDays(30);

  /** How long it goes back on erasures that the board knows of: they name who is forgotten. */
  private static final Duration KEPT_OF_ERASED = Duration.ofDays(1);

  private static final String TABLE = "board_delivery";

  /** With the type in words, by which its index is known. */
  private static final String ERASED_TOLD =
      "type = 'subject.erased' and status = 'DELIVERED' and last_at < $1";

  /**
   * Whoever claims a row moves it out of everybody else's reach for longer than a call may last. A
   * subscription and a board have each their share of calls, of which those that are under way are
   * taken. A place goes to the board that would have the fewest calls under way with it, and there
   * to the subscription of which the same is true; only then do the oldest come first. So slow
   * receivers, however many they are, keep another board waiting for one free place and no longer.
   * What another process claims at the same moment is left to it.
   */
  private static final String CLAIM =
      """
      with share as (
        select s.id, s.board, s.disabled_at, coalesce(busy.calls, 0) as calls,
          sum(coalesce(busy.calls, 0)) over (partition by s.board) as of_board
        from board_subscription as s
        left join unnest($2::uuid[], $3::int[]) as busy (id, calls) on busy.id = s.id),
      due as (
        select w.id, w.due_at, share.of_board
          + row_number() over (
              partition by share.board order by share.calls + w.nth, w.due_at, w.id) as place
        from share
        cross join lateral (
          select d.id, d.due_at, row_number() over (order by d.due_at) as nth
          from board_delivery as d
          where d.subscription = share.id and d.due_at <= $1::timestamptz
          order by d.due_at limit greatest($4::int - share.calls, 0)) as w
        where share.disabled_at is null),
      claimed as materialized (
        select id from board_delivery
        where id in (
            select id from due where place <= $5::int
            order by place, due_at, id limit $6::int)
          and due_at <= $1::timestamptz
        for update skip locked)
      update board_delivery as d
      set attempts = d.attempts + 1, due_at = $1::timestamptz + interval '2 minutes'
      from claimed, board_subscription as s
      where d.id = claimed.id and s.id = d.subscription
      returning d.id, d.board, d.subscription, d.candidate, d.body, d.attempts, d.due_at,
        s.url, s.secret, s.former, s.former_until
      """;

  /**
   * By when it is due a claim is known: what was replayed meanwhile is another one's to settle.
   * Where another call was told meanwhile that the receiver is gone, this one does not go on.
   */
  private static final String SETTLE =
      """
      update board_delivery as d
      set status = case
            when s.disabled_at is null or $4::timestamptz is null then $3::text else 'FAILED' end,
          due_at = case when s.disabled_at is null then $4::timestamptz end,
          last_at = $5, last_status = $6, last_problem = $7
      from board_subscription as s
      where d.board = $1 and d.id = $2 and s.id = d.subscription
        and (d.due_at = $8 or s.disabled_at is not null)
      """;

  /** What was replayed, ended or claimed by somebody else meanwhile is left as it is. */
  private static final String PUT_BACK =
      """
      update board_delivery set attempts = attempts - 1, due_at = $4
      where board = $1 and id = $2 and due_at = $3
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
   * @param until when it is due again unless it is settled before
   */
  record Claimed(
      UUID id,
      String board,
      UUID subscription,
      Kept body,
      int attempts,
      OffsetDateTime until,
      String url,
      byte[] secret,
      byte @Nullable [] former,
      @Nullable Instant formerUntil) {}

  /**
   * Claims some that are due.
   *
   * @param underWay how many calls of subscriptions are under way
   */
  Uni<List<Claimed>> claim(Instant now, Map<UUID, Integer> underWay, int most) {
    List<UUID> busy = List.copyOf(underWay.keySet());
    return execute(
            CLAIM,
            Tuple.of(
                utc(now),
                busy.toArray(UUID[]::new),
                busy.stream().map(underWay::get).toArray(Integer[]::new),
                OF_ONE,
                OF_BOARD,
                most))
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
        row.getOffsetDateTime("due_at"),
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
                    .addValue(result.problem() == null ? null : result.problem().name())
                    .addValue(claimed.until()))
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

  /** Gives back what was claimed and not sent: that was no attempt, and comes again at a time. */
  Uni<Void> putBack(Claimed claimed, Instant at) {
    return execute(PUT_BACK, Tuple.of(claimed.board(), claimed.id(), claimed.until(), utc(at)))
        .replaceWithVoid();
  }

  /** Takes away what can be sent no more, since the person it tells of is erased. */
  Uni<Void> drop(Claimed claimed) {
    return execute(DROP, Tuple.of(claimed.board(), claimed.id())).replaceWithVoid();
  }

  /** Forgets what is old; nothing is tried for half as long. */
  Uni<Void> forget(Instant now) {
    return pool.prune(Scope.ALL_BOARDS, TABLE, "created_at < $1", Tuple.of(utc(now.minus(KEPT))))
        .chain(() ->
            pool.prune(
                Scope.ALL_BOARDS, TABLE, ERASED_TOLD, Tuple.of(utc(now.minus(KEPT_OF_ERASED)))));
  }

  private Uni<RowSet<Row>> execute(String sql, Tuple values) {
    return pool.query(Scope.ALL_BOARDS, sql, values);
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
