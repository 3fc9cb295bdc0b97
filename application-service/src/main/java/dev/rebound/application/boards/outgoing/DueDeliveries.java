package dev.rebound.application.boards.outgoing;

import dev.rebound.application.boards.outgoing.RetrySchedule.Verdict;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
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

/** The deliveries' life: written down, claimed when they are due, settled, forgotten. */
@ApplicationScoped
public class DueDeliveries {

  /** How many of one subscription are claimed at a time. */
  static final int OF_ONE = 4;

  /** How long the log goes back. */
  private static final Duration KEPT = Duration.ofDays(30);

  /** How long the database may take over a statement. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** The id follows from the event, the type and the subscription; it is a UUID of version 8. */
  private static final String NOTE =
      """
      insert into board_delivery
        (id, board, subscription, type, body, status, attempts, due_at, created_at)
      select
        overlay(
          overlay(md5($1::text || ' ' || $3::text || ' ' || id::text) placing '8' from 13)
          placing '8' from 17)::uuid,
        board, id, $3::text, $4::text, 'PENDING', 0, $5::timestamptz, $5::timestamptz
      from board_subscription
      where board = $2 and $3::text = any(types) and disabled_at is null
      on conflict (id) do nothing
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
      returning d.id, d.board, d.subscription, d.body, d.attempts,
        claimed.url, claimed.secret, claimed.former, claimed.former_until
      """;

  private static final String SETTLE =
      """
      update board_delivery
      set status = $3, due_at = $4, last_at = $5, last_status = $6, last_problem = $7
      where board = $1 and id = $2
      """;

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

  private final Pool pool;

  /** Wired by the container. */
  @Inject
  public DueDeliveries(Pool pool) {
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
      String body,
      int attempts,
      String url,
      byte[] secret,
      byte @Nullable [] former,
      @Nullable Instant formerUntil) {}

  /** Writes down what an event tells; once, however often the event comes. */
  Uni<Void> note(UUID eventId, Notice notice, String body, Instant now) {
    return execute(
            NOTE,
            Tuple.of(eventId.toString(), notice.board(), notice.type().code(), body, utc(now)))
        .replaceWithVoid();
  }

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
        row.getString("body"),
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

  /** Forgets what ended long ago. */
  Uni<Void> forget(Instant now) {
    return execute(
            "delete from board_delivery where due_at is null and created_at < $1",
            Tuple.of(utc(now.minus(KEPT))))
        .replaceWithVoid();
  }

  private Uni<RowSet<Row>> execute(String sql, Tuple values) {
    return pool.preparedQuery(sql).execute(values).ifNoItem().after(LIMIT).fail();
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
