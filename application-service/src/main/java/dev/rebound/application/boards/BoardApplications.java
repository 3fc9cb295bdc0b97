package dev.rebound.application.boards;

import dev.rebound.chassis.database.Scope;
import dev.rebound.chassis.database.ScopedPool;
import dev.rebound.sealing.Sealing;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code board_application}: whose the applications are that came for an address nobody
 * had signed in with. What a board asks names the board; what is asked for a person who verified an
 * address is over all boards.
 */
@ApplicationScoped
public class BoardApplications {

  private static final String NOTE =
      """
      insert into board_application (board, application, person, address)
      select $1, application, person, address
        from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as noted (application, person, address)
       order by application
      on conflict (board, application) do nothing
      """;

  /** So many at a time; the rest at the next look, so that no sign-in takes for ever. */
  private static final String WAITING =
      """
      select board, application, person
        from board_application
       where address = $1 and adopted_at is null
       order by board, application
       limit 200
      """;

  private static final String CLAIMED =
      """
      select link.person, coalesce(link.adopter, verified.candidate) as candidate
        from board_application link
        left join verified_address verified on verified.address = link.address
       where link.board = $1 and link.application = $2
         and coalesce(link.adopter, verified.candidate) is not null
      """;

  private static final String ADOPTED =
      """
      update board_application
         set adopted_at = coalesce(adopted_at, $3), adopter = coalesce(adopter, $4)
       where board = $1 and application = $2
      """;

  private static final String FORGET =
      "delete from board_application where board = $1 and person = $2";

  /**
   * Of what a candidate has adopted, and of what waits for an address that is theirs now. An
   * address may pass on to somebody else; what was adopted does not.
   */
  private static final String OF_CANDIDATE =
      """
      with link as (
        select * from board_application where adopter = $1
        union all
        select waiting.*
          from board_application waiting
          join verified_address verified on verified.address = waiting.address
         where waiting.adopter is null and verified.candidate = $1)
      """;

  private static final String PERSONS = OF_CANDIDATE + "select distinct person from link";

  /** One that a board has reported with the address of somebody else as well is not among these. */
  private static final String PERSONS_OF_NOBODY_ELSE =
      OF_CANDIDATE
          + """
          select distinct link.person from link
           where not exists (
             select from board_application as other
              where other.board = link.board and other.person = link.person
                and not exists (
                  select from link as own
                   where own.board = other.board and own.application = other.application))
          """;

  /** The stream must have waited for the person: see {@link #heldOf}. */
  private static final String HELD =
      OF_CANDIDATE
          + """
          select link.board, link.application, link.adopted_at
            from link
           where exists (select from event
                          where event.stream = 'application-' || link.application
                            and event.version = 1 and event.candidate = link.person)
           order by link.board, link.application
          """;

  private final ScopedPool pool;
  private final Sealing sealing;
  private final Clock clock;

  /** Wired by the container. */
  @Inject
  public BoardApplications(ScopedPool pool, Sealing sealing, Clock clock) {
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
  public record Waiting(String board, UUID application, UUID person) {}

  /**
   * An application that somebody has adopted, or whose address somebody has signed in with.
   *
   * @param person whom it waited for
   */
  public record Claimed(UUID person, UUID candidate) {}

  /**
   * An application as it is shown to whom it waited for.
   *
   * @param adoptedAt since when it has been the candidate's own, null where it waits
   */
  public record Held(String board, UUID application, @Nullable OffsetDateTime adoptedAt) {}

  /** The id of the application that a board knows by an id of its own. */
  public UUID application(String board, String externalId) {
    return sealing.pseudonym("an application of board " + board, externalId);
  }

  /**
   * The pseudonym of the person whom a board knows by an id of its own: the candidate's id of
   * whoever has not signed in, and so the subject whose key seals what waits.
   */
  public UUID person(String board, String externalId) {
    return sealing.pseudonym("a candidate of board " + board, externalId);
  }

  /**
   * Notes whose applications are; what is noted already stays until {@link CorrectedAddresses}
   * notes another address.
   */
  public Uni<Void> note(String board, List<Link> links) {
    if (links.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return pool.query(
            Scope.ofBoard(board),
            NOTE,
            Tuple.of(
                board,
                links.stream().map(Link::application).toArray(UUID[]::new),
                links.stream().map(Link::person).toArray(UUID[]::new),
                links.stream().map(Link::address).toArray(UUID[]::new)))
        .replaceWithVoid();
  }

  /** What waits for the person of an address, whatever board it came from; a part of very much. */
  public Uni<List<Waiting>> waitingFor(UUID address) {
    return all(
        Scope.ALL_BOARDS,
        WAITING,
        Tuple.of(address),
        row ->
            new Waiting(row.getString("board"), row.getUUID("application"), row.getUUID("person")));
  }

  /**
   * Who has adopted an application, or else has signed in with the address it came for; empty where
   * nobody has.
   */
  public Uni<Optional<Claimed>> claimed(String board, UUID application) {
    return all(
            Scope.ofBoard(board),
            CLAIMED,
            Tuple.of(board, application),
            row -> new Claimed(row.getUUID("person"), row.getUUID("candidate")))
        .map(found -> found.stream().findFirst());
  }

  /** Notes that an application no longer waits, and whose it has become; the first stays. */
  public Uni<Void> adopted(String board, UUID application, UUID adopter) {
    return pool.query(
            Scope.ofBoard(board),
            ADOPTED,
            Tuple.of(board, application, clock.instant().atOffset(ZoneOffset.UTC), adopter))
        .replaceWithVoid();
  }

  /**
   * Takes away what leads from a board's candidate to anything here.
   *
   * @return how many applications it led to
   */
  public Uni<Integer> forget(String board, UUID person) {
    return pool.query(Scope.ofBoard(board), FORGET, Tuple.of(board, person))
        .map(rows -> rows.rowCount());
  }

  /** As whom boards know a candidate, as far as something waited. */
  public Uni<List<UUID>> personsOf(UUID candidate) {
    return all(Scope.ALL_BOARDS, PERSONS, Tuple.of(candidate), row -> row.getUUID("person"));
  }

  /** The same without those that a board has also reported with an address of somebody else. */
  public Uni<List<UUID>> personsOfNobodyElse(UUID candidate) {
    return all(
        Scope.ALL_BOARDS,
        PERSONS_OF_NOBODY_ELSE,
        Tuple.of(candidate),
        row -> row.getUUID("person"));
  }

  /**
   * What waited for a candidate, adopted or not. Where a board has reported an application with a
   * second address, that address leads to a stream of somebody else's: it is not among these.
   */
  public Uni<List<Held>> heldOf(UUID candidate) {
    return all(
        Scope.ALL_BOARDS,
        HELD,
        Tuple.of(candidate),
        row ->
            new Held(
                row.getString("board"),
                row.getUUID("application"),
                row.getOffsetDateTime("adopted_at")));
  }

  private <T> Uni<List<T>> all(
      Scope scope, String sql, Tuple parameters, Function<Row, T> reading) {
    return pool.query(scope, sql, parameters)
        .map(rows -> {
          List<T> found = new ArrayList<>();
          for (Row row : rows) {
            found.add(reading.apply(row));
          }
          return found;
        });
  }
}
