package dev.rebound.application.boards.outgoing;

import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import dev.rebound.sealing.KeyRing.ErasedSubject;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down what boards are to be told, and wakes the courier. */
@ApplicationScoped
public class Notices {

  /**
   * The id follows from the event, the type and the subscription; it is a UUID of version 8. What
   * takes consent holds the consent's row meanwhile, so that one which is taken back at that moment
   * finds what was written down; and the subscriptions', which may be taken away at that moment.
   */
  private static final String NOTE =
      """
      with consent as materialized (
        select 1 from board_consent
        where board = $2 and candidate = $6 and share_search and $7
        for share)
      insert into board_delivery
        (id, board, subscription, type, candidate, body, status, attempts, due_at, created_at)
      select
        overlay(
          overlay(md5($1::text || ' ' || $3::text || ' ' || id::text) placing '8' from 13)
          placing '8' from 17)::uuid,
        board, id, $3::text, $6::uuid, $4::bytea, 'PENDING', 0, $5::timestamptz, $5::timestamptz
      from board_subscription
      where board = $2 and $3::text = any(types) and disabled_at is null
        and (not $7::boolean or exists (select from consent))
      for key share
      on conflict (id) do nothing
      """;

  private static final String IS_WANTED =
      """
      select 1 from board_subscription
      where board = $1 and $2 = any(types) and disabled_at is null limit 1
      """;

  private final ScopedPool pool;
  private final DeliveryBodies bodies;
  private final Courier courier;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  public Notices(ScopedPool pool, DeliveryBodies bodies, Courier courier, Clock clock) {
    this.pool = pool;
    this.bodies = bodies;
    this.courier = courier;
    this.clock = clock;
  }

  /** Writes down what an event tells; once, however often the event comes. */
  Uni<Void> note(UUID eventId, List<Notice> notices) {
    Uni<Void> noted = Uni.createFrom().voidItem();
    for (Notice notice : notices) {
      noted = noted.chain(() -> note(eventId, notice));
    }
    return noted.invoke(courier::wake);
  }

  private Uni<Void> note(UUID eventId, Notice notice) {
    return pool.query(
            Scope.ofBoard(notice.board()),
            IS_WANTED,
            Tuple.of(notice.board(), notice.type().code()))
        .chain(wanted ->
            wanted.size() == 0
                ? Uni.createFrom().voidItem()
                : bodies.seal(notice).chain(body -> insert(eventId, notice, body)))
        // Whose key is gone, the person's or the board's own, nothing is to be told, and whoever
        // else is to be told still is.
        .onFailure(ErasedSubject.class)
        .recoverWithNull();
  }

  private Uni<Void> insert(UUID eventId, Notice notice, byte[] body) {
    return pool.query(
            Scope.ofBoard(notice.board()),
            NOTE,
            Tuple.from(
                new @Nullable Object[] {
                  eventId.toString(),
                  notice.board(),
                  notice.type().code(),
                  Buffer.buffer(body),
                  clock.instant().atOffset(ZoneOffset.UTC),
                  notice.candidate(),
                  notice.type().takesConsent()
                }))
        .replaceWithVoid();
  }
}
