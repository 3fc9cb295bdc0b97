package dev.rebound.application.boards.outgoing;

import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import dev.rebound.chassis.http.Page;
import dev.rebound.chassis.http.Paging;
import dev.rebound.chassis.http.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What was sent to a board, and how it went. */
@ApplicationScoped
public class DeliveryLog {

  private static final String COLUMNS =
      """
      id, subscription, type, status, attempts, due_at, last_at, last_status, last_problem,
      created_at, board, candidate, body
      """;

  private static final String PAGE =
      "select "
          + COLUMNS
          + """
          from board_delivery
          where board = $1 and ($2::timestamptz is null or (created_at, id) < ($2, $3))
            and ($5::text is null or status = $5) and ($6::uuid is null or subscription = $6)
          order by created_at desc, id desc limit $4
          """;

  /** A receiver that is gone is sent nothing, so there is nothing to replay to it. */
  private static final String REPLAY =
      """
      update board_delivery set status = 'PENDING', attempts = 0, due_at = $3
      where board = $1 and id = $2 and exists (
        select from board_subscription as s
        where s.id = board_delivery.subscription and s.disabled_at is null)
      returning
      """
          + COLUMNS;

  /** How many are replayed at a time. */
  static final int AT_ONCE = 1_000;

  private static final String REPLAY_FAILED =
      """
      with failed as materialized (
        select id from board_delivery
        where board = $1 and subscription = $2 and status = 'FAILED' and created_at >= $3
        order by created_at, id limit %d for update)
      update board_delivery as d set status = 'PENDING', attempts = 0, due_at = $4
      from failed, board_subscription as s
      where d.id = failed.id and s.id = d.subscription and s.disabled_at is null
      """
          .formatted(AT_ONCE);

  private static final String IS_THERE =
      "select 1 from board_delivery where board = $1 and id = $2";

  private static final String ABOUT =
      """
      select board, type, created_at, status from board_delivery
      where candidate = any($1) order by created_at desc, id
      """;

  private final ScopedPool pool;
  private final DeliveryBodies bodies;

  /** Wired by the container. */
  @Inject
  public DeliveryLog(ScopedPool pool, DeliveryBodies bodies) {
    this.pool = pool;
    this.bodies = bodies;
  }

  /** How a delivery stands. */
  public enum DeliveryStatus {
    /** It is, or will be, tried. */
    PENDING,
    /** The receiver took it. */
    DELIVERED,
    /** It was tried ten times, or the receiver is gone. */
    FAILED
  }

  /**
   * A delivery.
   *
   * @param id also the header {@code webhook-id} of each attempt
   * @param dueAt when it is tried next
   * @param lastStatus the HTTP status of the last answer
   * @param lastProblem why there was no answer to the last attempt
   * @param body what is sent, letter for letter; null once the candidate it tells of is erased
   */
  public record BoardDelivery(
      UUID id,
      UUID subscription,
      String type,
      DeliveryStatus status,
      int attempts,
      Instant createdAt,
      @Nullable Instant dueAt,
      @Nullable Instant lastAt,
      @Nullable Integer lastStatus,
      CallResult.@Nullable NoAnswer lastProblem,
      @Nullable String body) {}

  /** What a board was told of a candidate, as the candidate sees it. */
  public record Told(String board, String type, Instant at, DeliveryStatus status) {}

  /**
   * Which deliveries are looked for.
   *
   * @param status those that stand so; null for all
   * @param subscription those of this one; null for all
   */
  record Wanted(@Nullable DeliveryStatus status, @Nullable UUID subscription) {}

  /** A part of a board's log, the newest first. */
  Uni<Page<BoardDelivery>> page(String board, Wanted wanted, Paging paging) {
    OffsetDateTime before = null;
    UUID id = null;
    if (paging.after().isPresent()) {
      List<String> key = paging.after().get();
      try {
        before = Instant.parse(key.get(0)).atOffset(ZoneOffset.UTC);
        id = UUID.fromString(key.get(1));
      } catch (DateTimeException | IllegalArgumentException strange) {
        throw Problems.invalidQuery("cursor", "is not a cursor of this list");
      }
    }
    String status = wanted.status() == null ? null : wanted.status().name();
    return pool.query(
            Scope.ofBoard(board),
            PAGE,
            Tuple.of(board, before, id, paging.limit() + 1, status, wanted.subscription()))
        .chain(this::opened)
        .map(all -> paging.page(all, it -> List.of(it.createdAt().toString(), it.id().toString())));
  }

  /** Has one sent again, from the first attempt on; empty where there is none to be sent. */
  Uni<Optional<BoardDelivery>> replay(String board, UUID id, Instant now) {
    return pool.query(
            Scope.ofBoard(board), REPLAY, Tuple.of(board, id, now.atOffset(ZoneOffset.UTC)))
        .chain(this::opened)
        .map(replayed -> replayed.stream().findFirst());
  }

  /**
   * Has those of a subscription sent again that have failed, the oldest first, and at most a
   * thousand.
   *
   * @param since the earliest that are meant, by when they were written down
   * @return how many
   */
  Uni<Integer> replayFailed(String board, UUID subscription, Instant since, Instant now) {
    Instant oldest = now.minus(DueDeliveries.KEPT);
    // Nothing is older than the log, and the database knows no time as far away as a request may.
    Instant from = since.isBefore(oldest) ? oldest : since.isAfter(now) ? now : since;
    return pool.query(
            Scope.ofBoard(board),
            REPLAY_FAILED,
            Tuple.of(
                board, subscription, from.atOffset(ZoneOffset.UTC), now.atOffset(ZoneOffset.UTC)))
        .map(RowSet::rowCount);
  }

  /** Whether a board has it in its log. */
  Uni<Boolean> has(String board, UUID id) {
    return pool.query(Scope.ofBoard(board), IS_THERE, Tuple.of(board, id))
        .map(rows -> rows.size() > 0);
  }

  /**
   * What boards were told of somebody and still have in their logs, the newest first.
   *
   * @param persons the ids under which boards' rows know them: the candidate's own, and those of
   *     whom something waited for
   */
  public Uni<List<Told>> about(UUID... persons) {
    return pool.query(Scope.of(null, persons), ABOUT, Tuple.of(persons))
        .map(rows -> {
          List<Told> all = new ArrayList<>();
          for (Row row : rows) {
            all.add(
                new Told(
                    row.getString("board"),
                    row.getString("type"),
                    row.getOffsetDateTime("created_at").toInstant(),
                    DeliveryStatus.valueOf(row.getString("status"))));
          }
          return all;
        });
  }

  private Uni<List<BoardDelivery>> opened(RowSet<Row> rows) {
    List<Row> found = StreamSupport.stream(rows.spliterator(), false).toList();
    return bodies
        .open(found.stream().map(DeliveryBodies.Kept::of).toList())
        .map(opened -> {
          List<BoardDelivery> all = new ArrayList<>();
          for (int i = 0; i < found.size(); i++) {
            all.add(delivered(found.get(i), opened.get(i).orElse(null)));
          }
          return all;
        });
  }

  private static BoardDelivery delivered(Row row, @Nullable String body) {
    String problem = row.getString("last_problem");
    return new BoardDelivery(
        row.getUUID("id"),
        row.getUUID("subscription"),
        row.getString("type"),
        DeliveryStatus.valueOf(row.getString("status")),
        row.getInteger("attempts"),
        row.getOffsetDateTime("created_at").toInstant(),
        instant(row.getOffsetDateTime("due_at")),
        instant(row.getOffsetDateTime("last_at")),
        row.getInteger("last_status"),
        problem == null ? null : CallResult.NoAnswer.valueOf(problem),
        body);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
