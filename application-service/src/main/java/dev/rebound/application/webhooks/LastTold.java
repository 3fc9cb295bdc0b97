package dev.rebound.application.webhooks;

import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import dev.rebound.chassis.events.Prunable;
import io.smallrye.mutiny.Uni;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code board_report}: when vendors said last that something became of an application,
 * by their own clocks. Deliveries come in no order, and what could not be taken at first comes
 * hours later: what was overtaken since must not win.
 */
@ApplicationScoped
class LastTold implements Prunable {

  /** For how long; vendors repeat for less than a week. */
  private static final Duration KEPT = Duration.ofDays(30);

  private static final String TELL =
      """
      insert into board_report (board, application, told_at, reopened_at, noted_at)
      values ($1, $2, $3::timestamptz, $4::timestamptz, $5::timestamptz)
      on conflict (board, application) do update
         set told_at = greatest(board_report.told_at, excluded.told_at),
             reopened_at = greatest(board_report.reopened_at, excluded.reopened_at),
             noted_at = excluded.noted_at
      returning told_at, reopened_at, ended_at
      """;

  private static final String ENDED =
      """
      update board_report set ended_at = greatest(ended_at, $3::timestamptz)
       where board = $1 and application = $2
      returning told_at, reopened_at, ended_at
      """;

  private static final String LOOK =
      """
      select told_at, reopened_at, ended_at from board_report
       where board = $1 and application = $2
      """;

  private final ScopedPool pool;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  LastTold(ScopedPool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * What was told of an application, together with what is told now.
   *
   * @param told the latest time of anything
   * @param reopened the latest at which it was told to be under way again
   * @param ended the latest at which it was told to have ended, once that was dealt with
   */
  record Standing(@Nullable Instant told, @Nullable Instant reopened, @Nullable Instant ended) {

    /** Where no vendor has named a time. */
    static final Standing UNTIMED = new Standing(null, null, null);

    /** Whether something later was told before; false where no time is named. */
    boolean overtakes(@Nullable Instant at) {
      return at != null && told != null && told.isAfter(at);
    }

    /**
     * Whether a rejection was overtaken, after which a letter goes out: by a later ending, or by
     * being under way again. Where that was told and nothing of an ending, it is the ending's turn
     * to come late; a vendor may name one time for both. A stage overtakes no rejection.
     */
    boolean overtakesRejection(@Nullable Instant at) {
      return at != null
          && (ended != null && ended.isAfter(at)
              || reopened != null
                  && (reopened.isAfter(at) || ended == null && reopened.equals(at)));
    }

    /** Whether it was told to be under way again later than that, and has not ended since. */
    boolean reopenedAfter(@Nullable Instant at) {
      return at != null
          && reopened != null
          && reopened.isAfter(at)
          && (ended == null || !ended.isAfter(reopened));
    }

    /** Whether an ending is known to be another than those before, whatever its words are. */
    boolean isNew(@Nullable Instant at) {
      return at != null
          && (ended != null && at.isAfter(ended) || reopened != null && at.isAfter(reopened));
    }
  }

  /** Notes that something is told of an application. */
  Uni<Standing> tell(Origin origin, UUID application) {
    return tell(origin, application, null);
  }

  /** Notes that an application is told to be under way again. */
  Uni<Standing> tellReopened(Origin origin, UUID application) {
    return tell(origin, application, origin.at());
  }

  /**
   * Notes that an application is told to be under way, be it that it has ended and is again. Of an
   * ending at the same time it is not told which of the two came first; that one counts.
   */
  Uni<Standing> tellUnderWay(Origin origin, UUID application) {
    Instant at = origin.at();
    return tell(origin, application, at == null ? null : at.minus(1, ChronoUnit.MICROS));
  }

  /** What was told of an application, and nothing is noted. */
  Uni<Standing> look(Origin origin, UUID application) {
    return pool.query(Scope.ofBoard(origin.board()), LOOK, Tuple.of(origin.board(), application))
        .map(LastTold::first);
  }

  private Uni<Standing> tell(Origin origin, UUID application, @Nullable Instant reopened) {
    Instant at = origin.at();
    return at == null
        ? Uni.createFrom().item(Standing.UNTIMED)
        : pool.query(
                Scope.ofBoard(origin.board()),
                TELL,
                Tuple.of(
                    origin.board(),
                    application,
                    inUtc(at),
                    inUtc(reopened),
                    inUtc(clock.instant())))
            .map(rows -> standing(rows.iterator().next()));
  }

  /**
   * Notes that an application was told to have ended. Only once that was dealt with: a repeat of
   * what was not is no other ending.
   *
   * @return what was told of it by now
   */
  Uni<Standing> ended(Origin origin, UUID application) {
    Instant at = origin.endedAt();
    return at == null
        ? Uni.createFrom().item(Standing.UNTIMED)
        : pool.query(
                Scope.ofBoard(origin.board()),
                ENDED,
                Tuple.of(origin.board(), application, inUtc(at)))
            .map(LastTold::first);
  }

  /** Forgets what is too old to matter. */
  @Override
  public Uni<Void> prune() {
    return pool.prune(
        Scope.ALL_BOARDS,
        "board_report",
        "noted_at < $1",
        Tuple.of(inUtc(clock.instant().minus(KEPT))));
  }

  private static Standing first(RowSet<Row> rows) {
    for (Row row : rows) {
      return standing(row);
    }
    return Standing.UNTIMED;
  }

  private static Standing standing(Row row) {
    return new Standing(
        instant(row, "told_at"), instant(row, "reopened_at"), instant(row, "ended_at"));
  }

  private static @Nullable Instant instant(Row row, String column) {
    OffsetDateTime at = row.getOffsetDateTime(column);
    return at == null ? null : at.toInstant();
  }

  private static @Nullable OffsetDateTime inUtc(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }
}
