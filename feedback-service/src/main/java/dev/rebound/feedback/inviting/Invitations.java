package dev.rebound.feedback.inviting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The letters that are to be sent, one for each event that calls for one. */
@ApplicationScoped
public class Invitations {

  /** How many are taken at once. */
  private static final int HANDFUL = 10;

  /** After so many attempts, well over a day, a refusal by the mail server is believed. */
  static final int ATTEMPTS = 14;

  private static final String ADD =
      """
      insert into invitation (event_id, request_id, round, occasion, due_at)
      select $1::uuid, $2::uuid, $3::int, $4::text, $5::timestamptz
       where not exists (
          select from event as cause
          join invitation as former on former.request_id in (right(cause.stream, 36)::uuid, $2::uuid)
          where cause.id = $6::uuid and former.round = $3::int and former.occasion = $4::text
            and (former.outcome is null or former.outcome = 'SENT'))
        and not ($4::text = 'REMINDER' and exists (
          select from invitation as unsent
          where unsent.request_id = $2::uuid and unsent.round = $3::int and unsent.outcome is null))
      on conflict (event_id) do nothing
      """;

  /**
   * Whoever takes a row moves it out of everybody else's reach for as long as a sending lasts: a
   * minute at first, later up to six hours.
   */
  private static final String TAKE =
      """
      update invitation set
        attempts = attempts + 1,
        due_at = $1 + least(interval '1 minute' * power(2, least(attempts, 9)), interval '6 hours')
      where event_id in (
        select event_id from invitation
        where outcome is null and due_at <= $1
        order by due_at limit $2
        for update skip locked)
      returning event_id, request_id, round, occasion, attempts
      """;

  private static final String SETTLE =
      """
      update invitation set outcome = $2, settled_at = $3
      where event_id = $1 and ($2 <> 'NOT_NEEDED' or request_id = $4)
      """;

  private final Pool pool;

  /** Wired by the container. */
  @Inject
  public Invitations(Pool pool) {
    this.pool = pool;
  }

  /** A letter to send. */
  record Due(UUID eventId, UUID requestId, int round, Occasion occasion, int attempts) {}

  /** What became of a letter. */
  enum Outcome {
    SENT,
    /** By the time it was to be sent, nobody waited for an answer any more. */
    NOT_NEEDED,
    /** The mail server has refused it for good, time and again. */
    GIVEN_UP
  }

  /**
   * Writes down that a letter is to be sent; nothing where it was written down before. Nothing
   * either where the event repeats another of this service's for a candidate who has adopted it,
   * and the other has its letter, sent or still to be sent; and no reminder of what is not sent
   * yet.
   *
   * @param cause of the event, where it has one
   */
  Uni<Void> add(
      UUID eventId,
      @Nullable UUID cause,
      UUID requestId,
      int round,
      Occasion occasion,
      Instant now) {
    return pool.preparedQuery(ADD)
        .execute(
            Tuple.from(
                new @Nullable Object[] {
                  eventId, requestId, round, occasion.name(), now.atOffset(ZoneOffset.UTC), cause
                }))
        .replaceWithVoid();
  }

  /** Takes some that are due; each is due again later unless it is settled. */
  Uni<List<Due>> take(Instant now) {
    return pool.preparedQuery(TAKE)
        .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), HANDFUL))
        .map(rows -> {
          List<Due> due = new ArrayList<>();
          for (Row row : rows) {
            due.add(
                new Due(
                    row.getUUID("event_id"),
                    row.getUUID("request_id"),
                    row.getInteger("round"),
                    Occasion.valueOf(row.getString("occasion")),
                    row.getInteger("attempts")));
          }
          return due;
        });
  }

  /**
   * Ticks one off. Where it was found not to be needed and belongs to another request by now, it is
   * looked at once more.
   */
  Uni<Void> settle(Due due, Outcome outcome, Instant now) {
    return pool.preparedQuery(SETTLE)
        .execute(
            Tuple.of(due.eventId(), outcome.name(), now.atOffset(ZoneOffset.UTC), due.requestId()))
        .replaceWithVoid();
  }

  /** Forgets what was settled long ago; by then its event cannot come again. */
  Uni<Void> forget(Instant now) {
    return pool.preparedQuery("delete from invitation where settled_at < $1")
        .execute(Tuple.of(now.minus(Duration.ofDays(365)).atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }
}
