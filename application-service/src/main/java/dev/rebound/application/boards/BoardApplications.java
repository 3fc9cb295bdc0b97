package dev.rebound.application.boards;

import dev.rebound.sealing.Sealing;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The table {@code board_application}: whose the applications are that came for an address nobody
 * had signed in with. Every question but one names the board; the one about an address is asked for
 * the person who verified it.
 */
@ApplicationScoped
public class BoardApplications {

  /** How long the database may take over a statement. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final String NOTE =
      """
      insert into board_application (board, application, person, address)
      select $1, application, person, address
        from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as noted (application, person, address)
       order by application
      on conflict (board, application) do nothing
      """;

  private static final String WAITING =
      """
      select board, application
        from board_application
       where address = $1 and adopted_at is null
       order by board, application
       limit 1000
      """;

  private static final String ADOPTED =
      """
      update board_application set adopted_at = $3 where board = $1 and application = $2
      """;

  private static final String IS_NOTED =
      "select 1 from board_application where board = $1 and application = $2";

  private static final String FORGET =
      "delete from board_application where board = $1 and person = $2";

  private final Pool pool;
  private final Sealing sealing;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  public BoardApplications(Pool pool, Sealing sealing, Clock clock) {
    this.pool = pool;
    this.sealing = sealing;
    this.clock = clock;
  }

  /**
   * Whose an application is.
   *
   * @param person the board's candidate, by {@link #person}
   * @param address the pseudonym of the person's address
   */
  public record Link(UUID application, UUID person, UUID address) {}

  /** An application that waits for the person of an address. */
  public record Waiting(String board, UUID application) {}

  /** The id of the application that a board knows by an id of its own. */
  public UUID application(String board, String externalId) {
    return sealing.pseudonym("an application of board " + board, externalId);
  }

  /** The pseudonym of the person whom a board knows by an id of its own. */
  public UUID person(String board, String externalId) {
    return sealing.pseudonym("a candidate of board " + board, externalId);
  }

  /** Notes whose applications are; what is noted already stays. */
  public Uni<Void> note(String board, List<Link> links) {
    if (links.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return pool.preparedQuery(NOTE)
        .execute(
            Tuple.of(
                board,
                links.stream().map(Link::application).toArray(UUID[]::new),
                links.stream().map(Link::person).toArray(UUID[]::new),
                links.stream().map(Link::address).toArray(UUID[]::new)))
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .replaceWithVoid();
  }

  /** What waits for the person of an address, whatever board it came from. */
  public Uni<List<Waiting>> waitingFor(UUID address) {
    return pool.preparedQuery(WAITING)
        .execute(Tuple.of(address))
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .map(rows -> {
          List<Waiting> waiting = new ArrayList<>();
          for (Row row : rows) {
            waiting.add(new Waiting(row.getString("board"), row.getUUID("application")));
          }
          return waiting;
        });
  }

  /** Whether anything leads to an application still. */
  public Uni<Boolean> isNoted(String board, UUID application) {
    return pool.preparedQuery(IS_NOTED)
        .execute(Tuple.of(board, application))
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .map(rows -> rows.size() > 0);
  }

  /** Notes that an application no longer waits. */
  public Uni<Void> adopted(String board, UUID application) {
    return pool.preparedQuery(ADOPTED)
        .execute(Tuple.of(board, application, clock.instant().atOffset(ZoneOffset.UTC)))
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .replaceWithVoid();
  }

  /**
   * Takes away what leads from a board's candidate to anything here.
   *
   * @return how many applications it led to
   */
  public Uni<Integer> forget(String board, UUID person) {
    return pool.preparedQuery(FORGET)
        .execute(Tuple.of(board, person))
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .map(rows -> rows.rowCount());
  }
}
